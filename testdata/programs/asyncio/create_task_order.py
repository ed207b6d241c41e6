# Tasks start in creation order at the next suspension, not at create_task.
import asyncio


async def child(name):
    print('start', name)
    await asyncio.sleep(0)
    print('end', name)
    return name


async def main():
    tasks = [asyncio.create_task(child(c)) for c in 'abc']
    print('created', [t.done() for t in tasks])
    await asyncio.sleep(0)
    print('after one pass')
    print([await t for t in tasks])


asyncio.run(main())
