# Condition: notify, notify_all, wait_for a predicate, errors without the lock.
import asyncio


async def consumer(name, cond, items):
    async with cond:
        await cond.wait_for(lambda: items)
        print(name, 'took', items.pop(0), asyncio.get_running_loop().time())


async def main():
    cond, items = asyncio.Condition(), []
    ts = [asyncio.create_task(consumer(n, cond, items)) for n in 'abc']
    await asyncio.sleep(1)
    async with cond:
        items += [1]
        cond.notify()
    await asyncio.sleep(1)
    async with cond:
        items += [2, 3]
        cond.notify_all()
    await asyncio.gather(*ts)
    for f in cond.notify, cond.notify_all, cond.release:
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
