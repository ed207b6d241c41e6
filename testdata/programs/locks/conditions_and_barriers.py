# a bounded buffer, a readers-writer lock, barriers, reprs
import asyncio
from collections import deque


class BoundedBuffer:
    def __init__(self, n): self.items, self.n, self.cond = deque(), n, asyncio.Condition()
    async def put(self, x):
        async with self.cond:
            await self.cond.wait_for(lambda: len(self.items) < self.n)
            self.items.append(x); print("put", x, list(self.items)); self.cond.notify_all()
    async def get(self):
        async with self.cond:
            while not self.items: await self.cond.wait()
            x = self.items.popleft(); print("got", x); self.cond.notify_all(); return x


class RWLock:
    def __init__(self): self.readers = 0; self.lock = asyncio.Lock(); self.cond = asyncio.Condition(self.lock)
    async def read(self, n):
        async with self.cond: self.readers += 1
        print("reading", n, self.readers); await asyncio.sleep(0.1)
        async with self.cond:
            self.readers -= 1
            if not self.readers: self.cond.notify_all()
    async def write(self, n):
        async with self.cond:
            await self.cond.wait_for(lambda: self.readers == 0); print("writing", n); await asyncio.sleep(0.1)


async def main():
    b = BoundedBuffer(2)
    async def prod(): [await b.put(i) for i in range(5)]
    async def cons(): return [await b.get() for _ in range(5)]
    print((await asyncio.gather(prod(), cons()))[1])
    rw = RWLock(); await asyncio.gather(rw.read(1), rw.write("a"), rw.read(2), rw.write("b"))
    lock, sem, ev, bs = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event(), asyncio.BoundedSemaphore(1)
    print(lock, sem, ev, bs, b.cond, asyncio.Barrier(2), sep="\n")
    for bad in (lambda: lock.release(), lambda: bs.release(), lambda: b.cond.notify(), lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), lambda: asyncio.Condition(5)):
        try: print(bad())
        except (RuntimeError, ValueError, AttributeError) as e: print(type(e).__name__, e)
    async def waiter(n): await ev.wait(); print("woke", n)
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0); print(ev); ev.set(); await asyncio.gather(*ts); ev.clear(); print(ev.is_set())
    async def hold(n):
        async with sem: print("in", n, sem.locked()); await asyncio.sleep(0.1)
    await asyncio.gather(*map(hold, range(4)))
    await lock.acquire(); t = asyncio.create_task(lock.acquire()); await asyncio.sleep(0); print(lock); t.cancel(); await asyncio.gather(t, return_exceptions=True); lock.release(); print(lock.locked())
    bar = asyncio.Barrier(3)
    async def phase(n):
        i = await bar.wait(); print("crossed", n, i)
        async with bar as pos: print("pos", pos)
    await asyncio.gather(*map(phase, range(3)))
    async def stuck():
        try: await bar.wait()
        except asyncio.BrokenBarrierError as e: print("broken", repr(e))
    t = asyncio.create_task(stuck()); await asyncio.sleep(0); await bar.abort(); await t; print(bar, bar.broken, bar.n_waiting, bar.parties); await bar.reset(); print(bar)
    await asyncio.wait_for(b.cond.wait(), 1)

asyncio.run(main())
