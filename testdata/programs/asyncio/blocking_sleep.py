# time.sleep in a coroutine blocks everything: the other tasks are late.
import asyncio
import time


async def rude():
    print('rude starts', time.monotonic())
    time.sleep(3)
    print('rude ends', time.monotonic())


async def tick():
    for _ in range(3):
        await asyncio.sleep(1)
        print('tick', time.monotonic())


async def main():
    await asyncio.gather(tick(), rude())
    try:
        time.sleep(-1)
    except ValueError as e:
        print(e)


asyncio.run(main())
