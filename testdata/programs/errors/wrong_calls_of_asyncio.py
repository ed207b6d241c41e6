# TypeErrors of asyncio's own functions called wrongly.
import asyncio


async def one(x):
    return x


async def main():
    q = asyncio.Queue()
    for call in [lambda: one(), lambda: one(1, 2), lambda: asyncio.sleep(), lambda: asyncio.Queue(1, 2), lambda: q.put(), lambda: q.put_nowait(), lambda: q.get(1), lambda: asyncio.wait_for(5),
                 lambda: asyncio.create_task(), lambda: asyncio.gather(1), lambda: asyncio.gather(one), lambda: asyncio.run()]:
        try:
            call()
        except TypeError as e:
            print(e)
    try:
        await asyncio.sleep('1')
    except TypeError as e:
        print(e)


asyncio.run(main())
