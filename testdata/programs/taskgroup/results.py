# A group waits for all its tasks; results by result().
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(work(n), name=f'w{n}') for n in (3, 1, 2)]
        print('body ends at', asyncio.get_running_loop().time())
    print([t.result() for t in tasks], asyncio.get_running_loop().time(), [t.get_name() for t in tasks])
    async with asyncio.TaskGroup():
        print('empty group')


asyncio.run(main())
