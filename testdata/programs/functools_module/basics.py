# partial, reduce, lru_cache, cache, cached_property, singledispatch, total_ordering, cmp_to_key, wraps.
import functools


def f(a, b, c=3):
    return a, b, c


p = functools.partial(f, 1, c=9)
print(p(2), p(2, c=0), p.args, p.keywords, functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [], 5))


@functools.lru_cache(maxsize=2)
def sq(n):
    print('computing', n)
    return n * n


print([sq(n) for n in (1, 2, 1, 3, 2)], sq.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90))


class C:
    @functools.cached_property
    def slow(self):
        print('once')
        return 5


c = C()
print(c.slow, c.slow)


@functools.singledispatch
def show(x):
    return 'object'


@show.register
def _(x: int):
    return 'int'


@show.register(list)
def _(x):
    return 'list'


print(show(1), show([]), show('s'), show(True), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
try:
    functools.reduce(max, [])
except TypeError as e:
    print(e)
