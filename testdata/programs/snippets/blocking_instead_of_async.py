# time.sleep where asyncio.sleep was meant: gather gains nothing.
import asyncio
import time


async def task(name, seconds):
    print(f'{name} starts at {time.perf_counter():.0f}')
    time.sleep(seconds)
    print(f'{name} ends at {time.perf_counter():.0f}')


async def main():
    start = time.perf_counter()
    await asyncio.gather(task('one', 1), task('two', 2), task('three', 3))
    print(f'total {time.perf_counter() - start:.0f}s')


asyncio.run(main())
