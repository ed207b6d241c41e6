# Private attributes that programs look at: who waits in locks and queues.
import asyncio
async def main():
    l = asyncio.Lock(); s = asyncio.Semaphore(1); q = asyncio.Queue(1); e = asyncio.Event()
    print(l._waiters, s._waiters, q._getters, e._waiters, l._loop, e._value, q._format())
    async def hold(x):
        async with x: await asyncio.sleep(1)
    ts = [asyncio.create_task(hold(x)) for x in (l, l, s, s)] + [asyncio.create_task(q.get()), asyncio.create_task(e.wait())]
    await asyncio.sleep(0)
    print(len(l._waiters), len(s._waiters), len(q._getters), [w.done() for w in e._waiters], l._loop is asyncio.get_running_loop(), s._value)
    print(l._waiters)
    w = asyncio.get_running_loop().create_future()
    q._getters.append(w)
    await q.put(1); await q.put(2)
    print(q, w, len(q._getters))
    e.set()
    await asyncio.gather(*ts)
    print(l._waiters, bool(e._waiters), q._format())
    async with asyncio.TaskGroup() as g:
        t = g.create_task(asyncio.sleep(1))
        print(g._tasks == {t})
    b = asyncio.Barrier(2)
    print(b._count, b._parties)
asyncio.run(main())
