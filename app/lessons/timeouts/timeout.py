import asyncio

PATIENCE = 1.0  #@param {type:"slider", min:0.5, max:4, step:0.5}


async def slow_query():
    try:
        await asyncio.sleep(3)
        return "rows"
    finally:
        print("the query is over")


async def main():
    try:
        async with asyncio.timeout(PATIENCE):
            print(await slow_query())
    except TimeoutError:
        print("too slow")


asyncio.run(main())
