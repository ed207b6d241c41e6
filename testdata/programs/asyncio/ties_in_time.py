# Equal deadlines fire in the order in which the timers were set.
import asyncio


async def work(name, *delays):
    for d in delays:
        await asyncio.sleep(d)
        print(f'{asyncio.get_running_loop().time():.2f} {name}')


async def main():
    await asyncio.gather(work('a', 1, 1, 1), work('b', 0.5, 0.5, 1), work('c', 1, 0.5, 0.5, 1), work('d', 3))


asyncio.run(main())
