import asyncio

PATIENCE = 1.0  #@param {type:"slider", min:0.5, max:4, step:0.5}


async def query():
    try:
        await asyncio.sleep(3)
        return "42 rows"
    except asyncio.CancelledError:
        print("query: cancelled")
        return "no rows"
    finally:
        print("query: connection closed")


async def main():
    try:
        async with asyncio.timeout(PATIENCE):
            print(await query())
    except TimeoutError:
        print("main: too slow")


asyncio.run(main())
