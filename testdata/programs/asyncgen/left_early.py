# An async generator left early is closed by the loop's shutdown hook when dropped.
import asyncio


async def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        print('finally')


async def main():
    async for i in numbers():
        if i == 2:
            break
    print('left the loop')
    await asyncio.sleep(0)
    print('main ends')


asyncio.run(main())
