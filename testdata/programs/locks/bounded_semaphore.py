# BoundedSemaphore refuses one release too many; Semaphore grows.
import asyncio


async def main():
    b, s = asyncio.BoundedSemaphore(1), asyncio.Semaphore(1)
    await b.acquire()
    b.release()
    try:
        b.release()
    except ValueError as e:
        print(e)
    s.release()
    await s.acquire()
    await s.acquire()
    print(s.locked(), b.locked())
    try:
        await asyncio.wait_for(s.acquire(), 1)
    except TimeoutError:
        print('nobody releases')


asyncio.run(main())
