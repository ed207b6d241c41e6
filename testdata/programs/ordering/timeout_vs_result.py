# A result that comes at the very deadline, by several ways.
import asyncio


async def value(d):
    await asyncio.sleep(d)
    return 'value'


async def attempt(label, aw):
    try:
        print(label, await aw)
    except TimeoutError:
        print(label, 'timeout')


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(1, f.set_result, 'future first')
    await attempt('future', asyncio.wait_for(f, 1))
    t = asyncio.create_task(value(1))
    await asyncio.sleep(0)
    await attempt('started task', asyncio.wait_for(t, 1))
    await attempt('coroutine', asyncio.wait_for(value(1), 1))
    q = asyncio.Queue()
    loop.call_later(1, q.put_nowait, 'item')
    await attempt('queue', asyncio.wait_for(q.get(), 1))
    print(q.qsize())
    t = asyncio.create_task(value(1))
    done, pending = await asyncio.wait([t], timeout=1)
    print('wait', len(done), len(pending))


asyncio.run(main())
