# While a thread sleeps the loop's tasks go on.
import asyncio
import time


def block():
    print('thread starts', time.monotonic())
    time.sleep(1)
    print('thread ends', time.monotonic())
    return 'thread result'


async def tick():
    for _ in range(3):
        print('tick', time.monotonic())
        await asyncio.sleep(0.4)


async def main():
    print(await asyncio.gather(asyncio.to_thread(block), tick()))


asyncio.run(main())
