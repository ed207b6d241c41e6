# Getters wait in line; the items go to them in order.
import asyncio


async def getter(name, q):
    item = await q.get()
    print(f'{asyncio.get_running_loop().time()} {name} got {item}')


async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(getter(f'g{i}', q)) for i in range(3)]
    await asyncio.sleep(1)
    q.put_nowait('x')
    q.put_nowait('y')
    await asyncio.sleep(1)
    await q.put('z')
    await asyncio.gather(*tasks)


asyncio.run(main())
