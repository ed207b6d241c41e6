# Threads that end at the same instant as timers, and more jobs than workers.
import asyncio
import time


def job(n):
    time.sleep(1)
    return n


async def timer(n):
    await asyncio.sleep(1)
    print('timer', n)


async def thread(n):
    print('thread', await asyncio.to_thread(job, n), asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(timer(1), thread(1), timer(2), thread(2), timer(3))
    await asyncio.gather(*(asyncio.to_thread(job, i) for i in range(40)))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
