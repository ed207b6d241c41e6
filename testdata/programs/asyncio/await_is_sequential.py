# Awaiting coroutines one after the other adds their times; create_task overlaps them.
import asyncio
import time


async def say(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    start = time.perf_counter()
    await say(1, 'hello')
    await say(2, 'world')
    print(time.perf_counter() - start)
    start = time.perf_counter()
    t1 = asyncio.create_task(say(1, 'hello'))
    t2 = asyncio.create_task(say(2, 'world'))
    await t1
    await t2
    print(time.perf_counter() - start)


asyncio.run(main())
