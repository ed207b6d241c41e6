# Workers stop at a None each; no cancel is needed.
import asyncio


async def worker(name, queue):
    n = 0
    while (item := await queue.get()) is not None:
        await asyncio.sleep(item)
        n += 1
    print(f'{name} stops after {n}')
    return n


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(f'w{i}', queue)) for i in range(3)]
    for d in [0.3, 0.1, 0.2, 0.4, 0.1]:
        await queue.put(d)
    for _ in workers:
        await queue.put(None)
    print(sum(await asyncio.gather(*workers)))


asyncio.run(main())
