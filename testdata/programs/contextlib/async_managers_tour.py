# asynchronous context managers, stacks, errors
import asyncio
import contextlib
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, suppress, nullcontext, ExitStack, contextmanager, redirect_stdout, closing, AbstractAsyncContextManager
import io


class Conn:
    def __init__(self, n): self.n = n
    async def __aenter__(self):
        await asyncio.sleep(0.1); print("open", self.n); return self
    async def __aexit__(self, et, ev, tb):
        print("close", self.n, et.__name__ if et else None); await asyncio.sleep(0)
        return et is KeyError


@asynccontextmanager
async def transaction(name):
    print("begin", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("rollback", name, e); raise
    else:
        print("commit", name)
    finally:
        print("end", name)


@asynccontextmanager
async def broken():
    if False: yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


@asynccontextmanager
async def swallow():
    try: yield
    except LookupError: print("swallowed")


async def gen():
    try:
        for i in range(10): yield i
    finally: print("gen closed")


async def main():
    async with Conn(1) as a, Conn(2) as b: print(a.n, b.n)
    async with (transaction("t1") as t, Conn(3)): print(t)
    try:
        async with transaction("t2"): raise ValueError("bad")
    except ValueError as e: print("outer", e)
    async with Conn(4): raise KeyError("suppressed")
    async with swallow(): {}["x"]
    for cm in (broken(), twice()):
        try:
            async with cm: print("body")
        except RuntimeError as e: print(e)
    async with AsyncExitStack() as st:
        for i in range(3): await st.enter_async_context(Conn(i))
        st.push_async_callback(asyncio.sleep, 0.1); st.callback(print, "sync cb", 1)
        st.enter_context(suppress(ZeroDivisionError))
        print("in stack"); moved = st.pop_all()
    print("after stack"); await moved.aclose()
    async with aclosing(gen()) as g:
        async for x in g:
            if x == 2: break
    with suppress(asyncio.TimeoutError):
        async with asyncio.timeout(0.1): await asyncio.sleep(1)
    async with nullcontext(5) as n: print(n)
    buf = io.StringIO()
    with redirect_stdout(buf): print("hidden")
    print(buf.getvalue().upper().strip())
    try:
        async with Conn: pass
    except TypeError as e: print(e)
    try:
        with Conn(1): pass
    except TypeError as e: print(e)
    @transaction("deco")
    async def decorated(x): return x * 2
    print(await decorated(4), isinstance(Conn(1), AbstractAsyncContextManager))
    with ExitStack() as es:
        es.push(lambda *a: print("exit", a[0]) or True); raise OSError("x")

asyncio.run(main())
