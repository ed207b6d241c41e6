# subclasses of queues, futures, locks; awaitables of one's own
import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize): super()._init(maxsize); self.all = set()
    def _put(self, item):
        if item not in self.all: self.all.add(item); super()._put(item)
        else: print("dup", item)
    def _get(self): x = super()._get(); self.all.discard(x); return x


class MyFuture(asyncio.Future):
    def set_result(self, r): print("setting", r); super().set_result(r)


class MyEvent(asyncio.Event):
    async def wait_cleared(self):
        while self.is_set(): await asyncio.sleep(0.1)


class LoggedLock(asyncio.Lock):
    async def acquire(self):
        print("acquiring"); r = await super().acquire(); print("acquired"); return r
    def release(self): print("releasing"); super().release()


class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return self.v


class Lazy:
    _task = None
    def __await__(self):
        if self._task is None: self._task = asyncio.ensure_future(self.compute())
        return self._task.__await__()
    async def compute(self): print("computing once"); await asyncio.sleep(0.1); return 42


async def main():
    q = UniqueQueue(); [q.put_nowait(x) for x in "abab"]; print(q.qsize(), [q.get_nowait() for _ in range(2)])
    f = MyFuture(); asyncio.get_running_loop().call_later(0.1, f.set_result, 7); print(await f, f)
    e = MyEvent(); e.set(); asyncio.get_running_loop().call_later(0.25, e.clear); await e.wait_cleared(); print("cleared")
    async with LoggedLock() as x: print("held", x)
    print(await Aw(5), await asyncio.gather(Aw(1), Aw(2)), await asyncio.wait_for(Aw(3), 1))
    l = Lazy(); print(await asyncio.gather(*[l] * 3) if False else [await l, await l])
    t = asyncio.create_task(main2(), name="custom"); t.add_done_callback(lambda t: print("done", t.get_name(), t.result())); await t; await asyncio.sleep(0)
    t.set_name("renamed"); print(t.get_name(), t.get_loop() is asyncio.get_running_loop(), t.get_coro().__name__, t.get_context() is not None)
    print(isinstance(t, asyncio.Future), asyncio.isfuture(t), asyncio.isfuture(f), asyncio.iscoroutine(main2), issubclass(asyncio.Task, asyncio.Future))
    f2 = asyncio.ensure_future(Aw(9)); print(type(f2).__name__, await f2)
    loop = asyncio.get_running_loop(); fut = loop.create_future()
    def cb(f, *, tag="t"): print("cb", tag, f.result())
    import functools
    fut.add_done_callback(functools.partial(cb, tag="x")); fut.add_done_callback(cb); print(fut.remove_done_callback(cb), fut); fut.set_result(1); await fut; await asyncio.sleep(0)
    try: await Lazy
    except TypeError as e: print(e)
    class BadAwait:
        def __await__(self): return 5
    class BadAwait2:
        def __await__(self): yield 5
    class BadAwait3:
        def __await__(self): return [1]
    for B in (BadAwait, BadAwait2, BadAwait3):
        try: await B()
        except (TypeError, RuntimeError) as e: print(type(e).__name__, e)
async def main2(): return "m2"
asyncio.run(main())
