# Operator protocols: arithmetic, reflected, in place, comparison, container, numeric conversions.
import math, operator
class V:
    def __init__(self, *a): self.a = a
    def __repr__(self): return f'V{self.a}'
    def __add__(self, o): return V(*(x + y for x, y in zip(self.a, o.a))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return ('radd', o)
    def __iadd__(self, o): self.a += (o,); return self
    def __matmul__(self, o): return sum(x * y for x, y in zip(self.a, o.a))
    def __rmatmul__(self, o): return 'rmatmul'
    def __neg__(self): return V(*(-x for x in self.a))
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return math.hypot(*self.a)
    def __eq__(self, o): return isinstance(o, V) and self.a == o.a
    def __lt__(self, o): return self.a < o.a
    def __le__(self, o): return self.a <= o.a
    def __hash__(self): return hash(self.a)
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return ('item', i)
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __contains__(self, x): return x in self.a
    def __iter__(self): return iter(self.a)
    def __reversed__(self): return iter(self.a[::-1])
    def __bool__(self): return any(self.a)
    def __call__(self, *a, **k): return a, k
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __index__(self): return 3
    def __round__(self, n=None): return ('round', n)
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
    def __divmod__(self, o): return 'divmod'
    def __rdivmod__(self, o): return 'rdivmod'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __lshift__(self, o): return 'ls'
    def __rrshift__(self, o): return 'rrs'
    def __and__(self, o): return 'and'
    def __ror__(self, o): return 'ror'
    def __ixor__(self, o): return 'ixor'
    def __format__(self, s): return f'<{s}>'
    def __str__(self): return 'str'
    def __bytes__(self): return b'by'
    def __missing__(self, k): return 'miss'
    def __length_hint__(self): return 2
v, w = V(1, 2), V(3, 4)
print(v + w, 1 + v, v @ w, 1 @ v, -v, +v, ~v, abs(V(3, 4)), v == V(1, 2), v != w, v < w, v <= w, v > w, v >= w, len(v), v[1], v[1:2], v[..., 1:2, None], 1 in v, list(v), list(reversed(v)), bool(V(0)), v(1, k=2))
print(int(v), float(v), complex(v), hex(v), [0, 1, 2, 3, 4][v], round(v), round(v, 2), math.floor(v), math.ceil(v), math.trunc(v), divmod(v, 1), divmod(1, v), v ** 2, pow(v, 2, 5), 2 ** v, v << 1, 1 >> v, v & 1, 1 | v, f'{v:abc}', f'{v}', f'{v!r}', str(v), bytes(v), '%s' % v, '{:x}'.format(v))
v[0] = 1; del v[0]; v += 9; print(v); v ^= 1; print(v)
for f in (lambda: w - 1, lambda: 1 - w, lambda: w // 2, lambda: w * 2, lambda: w + 1, lambda: w | 1, lambda: w >> 1, lambda: w < 1, lambda: w % 2):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(operator.length_hint(iter([1, 2])), operator.index(w), {w: 1}[V(3, 4)], sorted([w, V(0, 1)]), max(w, V(9,)), sum([[1], [2]], []))
class C:
    def __eq__(self, o): return NotImplemented
print(C() == C(), C() != 1, hash is not None, C.__hash__)
try: hash(C())
except TypeError as e: print(e)
class E:
    def __len__(self): return -1
for f in (lambda: len(E()), lambda: bool(E())):
    try: f()
    except ValueError as e: print(e)
class F:
    def __bool__(self): return 1
    def __str__(self): return 5
    def __repr__(self): return None
    def __len__(self): return 'x'
    def __iter__(self): return 1
    def __hash__(self): return 'x'
    def __index__(self): return 'i'
    def __contains__(self, x): return 'yes'
f = F()
for g in (lambda: bool(f), lambda: str(f), lambda: repr(f), lambda: len(f), lambda: iter(f), lambda: hash(f), lambda: [1][f], lambda: 1 in f):
    try: print(g())
    except TypeError as e: print(e)
