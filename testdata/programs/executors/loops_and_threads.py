# Threads: exceptions, a loop of their own, more of them than the pool has, no running loop inside.
import asyncio
import time


def work(n):
    time.sleep(n)
    if n == 2:
        raise ValueError('two')
    return n * 10


def own_loop():
    async def inner():
        await asyncio.sleep(2)
        return 'own loop'
    return asyncio.run(inner())


def current():
    try:
        return asyncio.current_task()
    except RuntimeError as e:
        return str(e)


async def ticker():
    for i in range(5):
        print('tick', i, round(time.monotonic(), 3))
        await asyncio.sleep(0.7)


async def main():
    t = asyncio.create_task(ticker())
    print(await asyncio.gather(*[asyncio.to_thread(work, i) for i in (3, 1, 2)], return_exceptions=True), time.monotonic())
    print(await asyncio.to_thread(own_loop), time.monotonic())
    await t
    print(await asyncio.to_thread(current))
    await asyncio.gather(*[asyncio.to_thread(time.sleep, 1) for _ in range(70)])
    print(time.monotonic())


asyncio.run(main())
