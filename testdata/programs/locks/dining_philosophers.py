# Five philosophers with ordered forks eat without hanging.
import asyncio


async def philosopher(i, forks, log):
    a, b = sorted((i, (i + 1) % 5))
    for _ in range(2):
        async with forks[a]:
            await asyncio.sleep(0.1)
            async with forks[b]:
                log.append((round(asyncio.get_running_loop().time(), 1), i))
                await asyncio.sleep(0.5)


async def main():
    forks, log = [asyncio.Lock() for _ in range(5)], []
    await asyncio.gather(*(philosopher(i, forks, log) for i in range(5)))
    print(log, f'{asyncio.get_running_loop().time():.1f}')


asyncio.run(main())
