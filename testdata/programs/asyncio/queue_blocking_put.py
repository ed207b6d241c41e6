# Putters of a full queue wait in line, and each get lets one in.
import asyncio


async def putter(name, q):
    await q.put(name)
    print(f'{asyncio.get_running_loop().time()} {name} is in')


async def main():
    q = asyncio.Queue(maxsize=1)
    tasks = [asyncio.create_task(putter(c, q)) for c in 'abc']
    for _ in range(3):
        await asyncio.sleep(1)
        print('got', await q.get(), q.qsize())
    await asyncio.gather(*tasks)


asyncio.run(main())
