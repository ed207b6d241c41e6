# Passes of the loop until the caller goes on, for many awaitables.
import asyncio


async def nothing():
    pass


async def passes(label, make):
    loop, n, done = asyncio.get_running_loop(), 0, False

    def tick():
        nonlocal n
        if not done:
            n += 1
            loop.call_soon(tick)
    aw = make()
    loop.call_soon(tick)
    try:
        await aw
    except (asyncio.CancelledError, TimeoutError) as e:
        label += f' {type(e).__name__}'
    done = True
    print(label, n)
    await asyncio.sleep(1)


def cancelled(start):
    t = asyncio.ensure_future(start)
    t.cancel()
    return t


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.set_result(1)
    q = asyncio.Queue()
    q.put_nowait(1)
    await passes('done future', lambda: f)
    await passes('queue.get ready', q.get)
    await passes('queue.put', lambda: q.put(1))
    await passes('to_thread', lambda: asyncio.to_thread(int))
    await passes('cancelled unstarted task', lambda: cancelled(nothing()))
    await passes('shield', lambda: asyncio.shield(nothing()))
    await passes('wait', lambda: asyncio.wait([asyncio.create_task(nothing())]))
    await passes('wait_for task', lambda: asyncio.wait_for(asyncio.create_task(nothing()), 5))
    await passes('wait_for 0', lambda: asyncio.wait_for(nothing(), 0))
    await passes('gather 2 levels', lambda: asyncio.gather(asyncio.gather(nothing())))


asyncio.run(main())
