# Downloads limited by a semaphore, with sizes and a summary table.
import asyncio
import random


async def download(name, sem, results):
    async with sem:
        size = random.randint(100, 5000)
        await asyncio.sleep(size / 1000)
        results[name] = size


async def main():
    random.seed(3)
    sem, results = asyncio.Semaphore(3), {}
    await asyncio.gather(*[download(f'file{i}.bin', sem, results) for i in range(8)])
    for name, size in sorted(results.items(), key=lambda kv: -kv[1]):
        print(f'{name:<12}|{size:>8,}|{"#" * (size // 500)}')
    print(f'{"total":<12}|{sum(results.values()):>8,}|{asyncio.get_running_loop().time():.3f}s')


asyncio.run(main())
