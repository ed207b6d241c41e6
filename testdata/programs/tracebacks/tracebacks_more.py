# Tracebacks of nested calls, methods, lambdas, comprehensions, multi-line statements, operators, subscripts.
import traceback, sys
class A:
    def m(self, x):
        return self.n(x) + (
            1 / x
        )
    def n(self, x): return [10 // (y - x)
                            for y in range(3)][0]
    @property
    def p(self): return self.missing
    @staticmethod
    def s(): return {}['key']['sub']
    def __getitem__(self, i): raise IndexError('own')
def show(f):
    try: f()
    except Exception: traceback.print_exc(file=sys.stdout)
a = A()
def deep(n): return deep(n - 1) if n else a.m(0)
show(lambda: a.m(1)); show(lambda: deep(2)); show(lambda: a.p); show(A.s); show(lambda: a[1]); show(lambda: (1 + 2) * a + 3); show(lambda: len(5)); show(lambda: [i for i in 5]); show(lambda: a.m(x=1, y=2)); show(lambda: max(1,
    'a', key=lambda q: q.foo)); show(lambda: undefined_name.attr); show(lambda: a.b.c.d); show(lambda: 'x'.join([1, 2])); show(lambda: f'{a.zz!r:>5}'); show(lambda: (lambda z: z / 0)(5)); show(lambda: int('é')); show(lambda: sorted([3, 'a'], key=str)[5]); show(lambda: {**5}); show(lambda: print(*None))
def multi():
    x = {
        'a': 1,
        'b': a.s(),
    }
    return x
show(multi)
def raiser():
    raise ValueError(
        'multi',
        'line'
    )
show(raiser)
def assertion(x):
    assert x > 5, f'x was {x}'
show(lambda: assertion(3))
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e, len(traceback.extract_tb(e.__traceback__)) > 100)
def wide(): return '日本' + 1 + ''
show(wide)
class MyErr(Exception):
    def __str__(self): return 'custom\nlines'
def my(): raise MyErr
show(my)
def ctx():
    with open_nothing() as f: pass
show(ctx)
def aug():
    d = {}
    d['x'] += 1
show(aug)
def unpack(): a, b = [1, 2, 3]
show(unpack)
def delete():
    del a.nothing
show(delete)
def imp(): import nothing_here
show(imp)
