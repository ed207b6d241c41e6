# Merging several async generators through a queue.
import asyncio


async def source(name, delay, n):
    for i in range(n):
        await asyncio.sleep(delay)
        yield f'{name}{i}'


async def merge(*gens):
    q, end = asyncio.Queue(), object()

    async def drain(g):
        async for x in g:
            await q.put(x)
        await q.put(end)
    tasks = [asyncio.create_task(drain(g)) for g in gens]
    left = len(tasks)
    while left:
        x = await q.get()
        if x is end:
            left -= 1
        else:
            yield x


async def main():
    async for x in merge(source('a', 1, 3), source('b', 0.7, 3), source('c', 2.1, 1)):
        print(f'{asyncio.get_running_loop().time():.1f} {x}')


asyncio.run(main())
