# Event: all waiters go on at set; clear; wait on a set event does not suspend.
import asyncio


async def waiter(name, ev):
    print(name, 'waits')
    print(name, await ev.wait(), asyncio.get_running_loop().time())


async def main():
    ev = asyncio.Event()
    ts = [asyncio.create_task(waiter(n, ev)) for n in 'ab']
    await asyncio.sleep(1)
    print(ev.is_set())
    ev.set()
    ev.set()
    ev.clear()
    print('set and cleared')
    t = asyncio.create_task(waiter('late', ev))
    await asyncio.gather(*ts)
    print(t.done())
    ev.set()
    await t
    print(await ev.wait(), ev.is_set())


asyncio.run(main())
