import asyncio

FAILS_AT = 2.0  #@param {type:"slider", min:0.5, max:4, step:0.5}


async def load(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "loaded")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def fail():
    await asyncio.sleep(FAILS_AT)
    raise ConnectionError("no route")


async def main():
    try:
        await asyncio.gather(load("texts", 1), load("images", 3), fail())
        print("all loaded")
    except ConnectionError as error:
        print("main:", repr(error))
        await asyncio.sleep(2)


asyncio.run(main())
