# put() to a full queue without consumer hangs.
import asyncio


async def main():
    q = asyncio.Queue(maxsize=3)
    for i in range(5):
        print('putting', i)
        await q.put(i)


asyncio.run(main())
