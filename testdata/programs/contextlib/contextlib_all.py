# contextlib: contextmanager, closing, suppress, redirect, ExitStack, nullcontext, async forms; with of several managers.
import asyncio, io, sys
from contextlib import *
@contextmanager
def cm(n, swallow=False):
    print('enter', n)
    try: yield n * 2
    except ValueError as e:
        print('caught', e)
        if not swallow: raise
    finally: print('exit', n)
with cm(1) as a, cm(2) as b: print(a, b)
with (cm(3) as c, cm(4),): print(c)
with cm(5, True): raise ValueError('x')
try:
    with cm(6): raise KeyError('k')
except KeyError as e: print(repr(e))
@cm('deco')
def f(): print('in f')
f(); f()
class C:
    def close(self): print('closed')
with closing(C()), suppress(ZeroDivisionError, KeyError): 1 / 0
b = io.StringIO()
with redirect_stdout(b): print('hidden')
print(b.getvalue().strip())
with ExitStack() as st:
    print(st.enter_context(cm('s'))); st.callback(print, 'cb', 1, sep='-'); st.push(lambda *e: print('push', e[0])); pop = st.pop_all()
print('popped'); pop.close()
with nullcontext(5) as n: print(n)
class M:
    def __init__(self, n): self.n = n
    def __enter__(self): print('en', self.n); return self
    def __exit__(self, t, v, tb): print('ex', self.n, t and t.__name__, v); return self.n == 'swallow'
with M('swallow') as m, M(2): raise TypeError('t')
try:
    with M(1):
        with M(2): raise ValueError('v')
except ValueError: print('out')
class D(ContextDecorator):
    def __enter__(self): print('D+'); return self
    def __exit__(self, *e): print('D-')
@D()
def g(): print('g')
g()
for bad in (lambda: cm(1).__exit__(None, None, None),):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
@contextmanager
def noyield():
    if False: yield
@contextmanager
def twice(): yield 1; yield 2
for x in (noyield, twice):
    try:
        with x(): pass
    except RuntimeError as e: print(e)
try:
    with 5: pass
except TypeError as e: print(e)
class Half:
    def __enter__(self): pass
try:
    with Half(): pass
except TypeError as e: print(e)
@asynccontextmanager
async def acm(n):
    print('aenter', n); await asyncio.sleep(1)
    try: yield n
    finally: await asyncio.sleep(1); print('aexit', n)
class AC:
    async def aclose(self): print('aclosed')
async def main():
    async with acm(1) as a, acm(2): print(a)
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm(3)); st.push_async_callback(asyncio.sleep, 1); st.enter_context(cm('sync')); st.push_async_exit(acm(4)) if False else None
    async with aclosing(AC()): pass
    try:
        async with acm(5): raise ValueError
    except ValueError: print('ve', asyncio.get_running_loop().time())
    try:
        async with cm(1): pass
    except TypeError as e: print(e)
    try:
        with acm(1): pass
    except TypeError as e: print(e)
    async with nullcontext(): print('null')
asyncio.run(main())
