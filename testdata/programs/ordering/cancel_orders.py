# Several tasks cancelled in one pass end in the order of cancellation; their awaiters later.
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print('finally', name)


async def watch(t):
    try:
        await t
    except asyncio.CancelledError:
        print('watched', t.get_name(), t.cancelled(), asyncio.current_task().cancelling())


async def main():
    ts = [asyncio.create_task(work(n), name=n) for n in 'abc']
    ws = [asyncio.create_task(watch(t)) for t in ts]
    await asyncio.sleep(1)
    for i in (2, 0, 1):
        ts[i].cancel()
    for i in range(4):
        print('pass', i, [t.done() for t in ts])
        await asyncio.sleep(0)
    await asyncio.gather(*ws)


asyncio.run(main())
