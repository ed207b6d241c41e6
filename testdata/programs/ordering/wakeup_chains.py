# A future that wakes a task that resolves another future: who runs when.
import asyncio


async def link(name, a, b):
    await a
    print(name)
    if b:
        b.set_result(None)


async def noise():
    for i in range(8):
        print('noise', i)
        await asyncio.sleep(0)


async def main():
    fs = [asyncio.get_running_loop().create_future() for _ in range(4)]
    ts = [asyncio.create_task(link(f'link {i}', fs[i], fs[i + 1] if i < 3 else None)) for i in (3, 1, 0, 2)]
    n = asyncio.create_task(noise())
    await asyncio.sleep(0)
    fs[0].set_result(None)
    await asyncio.gather(*ts, n)


asyncio.run(main())
