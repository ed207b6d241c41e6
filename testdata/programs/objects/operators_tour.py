# every operator method; whose turn it is; errors of operators
import functools, math, copy, sys


@functools.total_ordering
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f"{self.__class__.__name__}({self.x!r}, {self.y!r})"
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return Vec(-self.x, -self.y)
    def __pos__(self): return self
    def __abs__(self): return math.hypot(self.x, self.y)
    def __invert__(self): return Vec(self.y, self.x)
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y) if isinstance(o, Vec) else NotImplemented
    def __lt__(self, o): return abs(self) < abs(o)
    def __hash__(self): return hash((self.x, self.y))
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, *a, **k): return a, k
    def __round__(self, n=0): return Vec(round(self.x, n), round(self.y, n))
    def __floor__(self): return Vec(math.floor(self.x), math.floor(self.y))
    def __int__(self): return int(abs(self))
    def __float__(self): return float(abs(self))
    def __index__(self): return int(self.x)
    def __complex__(self): return complex(self.x, self.y)
    def __divmod__(self, k): return self.x // k, self.x % k
    def __pow__(self, k, mod=None): return (self.x ** k, mod)
    def __rsub__(self, o): return ("rsub", o)
    def __lshift__(self, n): return ("lshift", n)
    def __and__(self, o): return "and"
    def __format__(self, spec): return f"<{self.x:{spec}},{self.y:{spec}}>" if spec else repr(self)
    def __reversed__(self): return iter((self.y, self.x))
    def __sizeof__(self): return 99
    def __dir__(self): return ["b", "a"]
    def __getstate__(self): return (self.x, self.y)
    def __setstate__(self, s): self.x, self.y = s
    def __copy__(self): print("copying"); return Vec(self.x, self.y)


a, b = Vec(3, 4), Vec(1, 2)
print(a + b, sum([a, b]), a * 2, 2 * a, a @ b, -a, +a, abs(a), ~a, bool(Vec()), a == Vec(3, 4), a != b, a > b, a >= b, a <= b, hash(a) == hash(Vec(3, 4)), a[0], a[-1], len(a), 4 in a, a(1, k=2))
print(round(Vec(1.26, 2.34), 1), math.floor(Vec(1.5, 2.5)), int(a), float(a), [10, 20, 30, 40][a], complex(a), divmod(a, 2), pow(a, 2, 5), 5 - a, a << 1, a & 1, f"{a:.1f}", f"{a}", list(reversed(a)), dir(a), copy.copy(a), copy.deepcopy(a), [*a], max(a, b), sorted([a, b]), hex(a), "x" * b, range(10)[b:a])
a += b; print(a, {a: 1}[Vec(4, 6)], bin(Vec(5)), math.ceil(2.1))
for bad in (lambda: a + 1, lambda: 1 + a, lambda: a - 1, lambda: a / 2, lambda: a < 5, lambda: a["x"], lambda: a[5], lambda: setattr(a, "z", 1), lambda: a | 1, lambda: a ** a, lambda: a % 2, lambda: a.foo, lambda: del_(a), lambda: a @ 5, lambda: a >> 1, lambda: ord(a), lambda: iter(5), lambda: len(5), lambda: abs("x"), lambda: -"x", lambda: ~1.5, lambda: [] < {}, lambda: {} | [], lambda: 1 @ 2):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Attr:
    def __init__(self): object.__setattr__(self, "d", {})
    def __getattr__(self, n): return self.d[n] if n in self.d else f"<{n}>"
    def __setattr__(self, n, v): print("set", n); self.d[n] = v
    def __delattr__(self, n): print("del", n); self.d.pop(n, None)
    def __getattribute__(self, n): return super().__getattribute__(n)
    def __missing__(self, k): return 1
t = Attr(); t.x = 1; print(t.x, t.y); del t.x; print(t.x, hasattr(t, "zzz"), getattr(t, "q", 5), vars(t))
class D(dict):
    def __missing__(self, k): return k * 2
d = D(a=1); print(d["a"], d["zz"], d.get("zz"), d, D.fromkeys("ab", 0), d | {"b": 2}, type(d | {}), "a" in d, d == {"a": 1})
class L(list):
    def __getitem__(self, i): return "item" if i == 0 else super().__getitem__(i)
l = L([1, 2]); print(l[0], l[1], list(l), l + [3], type(l + []), l[:], sorted(l), L.__mro__)
class S(str): pass
s = S("abc"); print(s.upper(), type(s.upper()), type(s + "d"), s == "abc", {s: 1}["abc"], isinstance(s, str))
class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
print(I(5) + 1, 1 + I(5), I(5) * 2, type(I(5) * 2), sum([I(1), I(2)]), repr(I(3)), I("7"), I.from_bytes(b"\x01"))
