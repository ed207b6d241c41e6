# decorators on coroutines, generators, methods; signatures
import asyncio
import functools
import inspect
import time


def timed(fn):
    @functools.wraps(fn)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try: return await fn(*args, **kwargs)
        finally: print(f"{fn.__qualname__} took {time.perf_counter() - start:.2f}s")
    return wrapper


def any_kind(fn):
    if inspect.iscoroutinefunction(fn):
        @functools.wraps(fn)
        async def w(*a, **k): print("async"); return await fn(*a, **k)
    elif inspect.isasyncgenfunction(fn):
        @functools.wraps(fn)
        async def w(*a, **k):
            print("asyncgen")
            async for x in fn(*a, **k): yield x
    else:
        @functools.wraps(fn)
        def w(*a, **k): print("sync"); return fn(*a, **k)
    return w


class memo:
    def __init__(self, fn): functools.update_wrapper(self, fn); self.fn, self.cache = fn, {}
    def __get__(self, obj, cls): return functools.partial(self, obj)
    async def __call__(self, *args):
        if args not in self.cache: self.cache[args] = asyncio.ensure_future(self.fn(*args))
        return await self.cache[args]


class limit:
    def __init__(self, n): self.sem = asyncio.Semaphore(n)
    def __call__(self, fn):
        @functools.wraps(fn)
        async def inner(*a):
            async with self.sem: return await fn(*a)
        return inner


@timed
@any_kind
async def fetch(x: int, *, delay: float = 0.1) -> int:
    """Fetch x."""
    await asyncio.sleep(delay); return x


@any_kind
async def stream(n):
    for i in range(n): yield i


@any_kind
def plain(a, b=2, *args, c, **kw): return a + b


class Repo:
    @memo
    async def load(self, key): print("loading", key); await asyncio.sleep(0.1); return key * 2
    @timed
    async def slow(self): await asyncio.sleep(1)
    @staticmethod
    @limit(1)
    async def one(x): await asyncio.sleep(0.5); print("one", x, time.perf_counter())


async def main():
    print(await fetch(3, delay=0.3), fetch.__name__, fetch.__doc__, fetch.__annotations__, inspect.signature(fetch), inspect.iscoroutinefunction(fetch))
    print([x async for x in stream(2)], plain(1, c=3), inspect.signature(plain))
    r = Repo(); print(await asyncio.gather(r.load("a"), r.load("a"), r.load("b"))); await r.slow()
    await asyncio.gather(*(Repo.one(i) for i in range(3)))
    try: await fetch()
    except TypeError as e: print(e)
    try: await fetch(1, 2)
    except TypeError as e: print(e)
    try: await r.slow(1)
    except TypeError as e: print(e)
    sig = inspect.signature(plain); b = sig.bind(1, c=2, z=3); b.apply_defaults(); print(b.arguments, list(sig.parameters), sig.parameters["c"].kind, sig.parameters["b"].default)
    print(inspect.getdoc(fetch), inspect.isawaitable(fetch), inspect.unwrap(fetch).__qualname__, inspect.getfullargspec(plain))

asyncio.run(main())
