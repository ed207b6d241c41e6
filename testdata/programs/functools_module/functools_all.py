# functools: partial, reduce, lru_cache, cached_property, singledispatch, total_ordering, wraps, cmp_to_key.
from functools import *
import operator
p = partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, partial(print, 1, sep='-'))
print(reduce(operator.add, [1, 2, 3], 10), reduce(lambda a, b: a * b, [1, 2, 3, 4]))
@lru_cache(maxsize=2)
def f(x, y=1): print('call', x); return x
f(1); f(2); f(1); f(3); f(2); print(f.cache_info(), f.cache_parameters()); f.cache_clear(); print(f.cache_info(), f.__wrapped__.__name__)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
class C:
    @cached_property
    def v(self): print('compute'); return 5
    @partialmethod
    def nothing(self): pass
    def base(self, a, b): return (a, b)
    one = partialmethod(base, 1)
c = C(); print(c.v, c.v, c.__dict__, c.one(2)); del c.v; print(c.v)
@singledispatch
def show(x): return 'object'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
@show.register
def _(x: str | bytes): return 'text'
print(show(1), show([]), show(True), show('a'), show(b''), show(1.5), show.dispatch(bool).__name__, sorted(t.__name__ for t in show.registry))
class M:
    @singledispatchmethod
    def go(self, x): return 'base'
    @go.register
    def _(self, x: int): return 'int'
print(M().go(1), M().go('x'))
@total_ordering
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(T(1) <= T(1), T(2) > T(1), T(2) >= T(3), T(1) != T(2), sorted([T(3), T(1)])[0].n)
def deco(fn):
    @wraps(fn)
    def inner(*a, **k):
        "inner doc"
        return fn(*a, **k)
    return inner
@deco
def hello(a: int) -> str:
    "hello doc"
    return 'hi'
print(hello.__name__, hello.__doc__, hello.__annotations__, hello.__wrapped__ is not hello, hello.__qualname__, hello(1))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), WRAPPER_ASSIGNMENTS)
for g in (lambda: reduce(lambda a, b: a, []), lambda: partial(), lambda: partial(5), lambda: lru_cache(5.5)(f), lambda: f([]), lambda: total_ordering(type('X', (), {})), lambda: show()):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
q = partial(partial(max, 1), 2); print(q.args, q(0), q)
