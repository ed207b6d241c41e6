# Classes: special methods, descriptors, metaclasses, subclasses of built-in types.
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as x:
        print(type(x).__name__, x, x.args)
class A:
    """doc"""
    x = 1
    def __init__(self, v=0): self.v = v
    def m(self): return "A.m"
    @property
    def p(self): return self.v
    @p.setter
    def p(self, v): self.v = v
    @classmethod
    def c(cls, y=0): return cls.__name__, y
    @staticmethod
    def s(a): return a
class B(A):
    def m(self): return "B" + super().m()
b = B(3)
print(b.m(), b.p, b.c(), B.c(5), b.s(1), B.x, A.__doc__, B.__doc__, B.__mro__, B.__bases__, B.__name__, B.__qualname__, B.__module__, type(B), b.__class__)
b.p = 9; print(b.p, b.__dict__, vars(b))
show(lambda: b.nope); show(lambda: A.nope); show(lambda: B(1, 2, 3)); show(lambda: A(w=1)); show(A.m); show(lambda: super()); show(lambda: object(1)); show(lambda: object().x)
class E: pass
show(E, 1); show(E, a=1)
def sa(): object().x = 1
def sb(): (5).x = 1
def sc(): int.x = 1
def sd(): del b.zzz
def se(): b.c2
def sf(): del A.zzz
def sg(): "a".upper = 1
def sh(): b.__class__ = int
def si(): del b.p
def sj(): [].foo
def sk(): (5).real = 3
show(sa); show(sb); show(sc); show(sd); show(se); show(sf); show(sg); show(sh); show(si); show(sj); show(sk)
class RO:
    @property
    def p(self): return 1
def so(): RO().p = 5
def sp(): del RO().p
show(so); show(sp)
class NoGet:
    p = property()
show(lambda: NoGet().p)
class Sl:
    __slots__ = ("a", "b")
s = Sl(); s.a = 1; print(s.a)
def ss(): s.z = 1
def st(): del s.b
show(ss); show(lambda: s.b); show(st); show(lambda: s.__dict__)
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, Cmp) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __add__(self, o): return ("add", self.v, o)
    def __radd__(self, o): return ("radd", o, self.v)
    def __iadd__(self, o): self.v += o; return self
    def __mul__(self, o): return NotImplemented
    def __neg__(self): return "neg"
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * 10
    def __contains__(self, x): return x == 1
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return False
    def __str__(self): return "str!"
    def __repr__(self): return "repr!"
    def __format__(self, s): return f"fmt<{s}>"
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __index__(self): return 1
    def __abs__(self): return 7
    def __round__(self, n=None): return n
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __divmod__(self, o): return "dm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __hash__(self): return 42
    def __getattr__(self, n):
        if n == "dyn": return "dynamic"
        raise AttributeError(f"no {n}")
c = Cmp(1)
print(c + 1, 1 + c, -c, len(c), c[1], list(c), 1 in c, 5 in c, c(1, a=2), bool(c), str(c), repr(c), f"{c:x}", int(c), float(c), [1, 2][c], abs(c), round(c), round(c, 2), divmod(c, 1), pow(c, 2), pow(c, 2, 3), hash(c), c.dyn, c == Cmp(1), c != Cmp(1), c < Cmp(2), c > Cmp(0), hex(c), range(3)[c], c ** 2)
show(lambda: c.other); show(lambda: c * 2); show(lambda: c <= c); show(lambda: c - 1); show(lambda: 1 - c); show(lambda: c @ c)
c += 5; print(c.v); print(list(reversed(c)), max(Cmp(1), Cmp(3)).v, sorted([Cmp(3), Cmp(1)])[0].v, list(enumerate(c)))
class Eq:
    def __eq__(self, o): return True
show(hash, Eq()); show(lambda: {Eq()})
class M(type):
    def __new__(m, n, b, d, **k):
        print("new", n, k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d); print("init", n)
    def __call__(c, *a): print("call"); return super().__call__(*a)
    @classmethod
    def __prepare__(m, n, b, **k): return {"prep": 1}
    @property
    def mp(c): return "mp" + c.__name__
    def __repr__(c): return "M:" + c.__name__
    def __len__(c): return 8
    def __iter__(c): return iter([1, 2])
    def __contains__(c, x): return True
    def __getitem__(c, i): return i
    def __instancecheck__(c, o): return o == 5
class MC(metaclass=M, opt=1):
    def __init__(self, *a): print("MC init", a)
print(MC.prep, MC.mp, MC, len(MC), list(MC), 3 in MC, MC[4], isinstance(5, MC), isinstance(6, MC)); MC(1)
class IS:
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag
class IS2(IS, tag="t"): pass
print(IS2.tag); show(lambda: type("X", (IS,), {}, bad=1))
show(lambda: type("X", (A,), {}, bad=1))
class Desc:
    def __set_name__(self, o, n): self.n = n; print("set_name", o.__name__, n)
    def __get__(self, o, t): return ("get", self.n, o is None)
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("delete")
class UD: d = Desc()
u = UD(); print(u.d, UD.d); u.d = 5; del u.d
T = type("T", (A,), {"z": 5}); print(T, T().z, T.__name__, T.__module__)
show(lambda: type("T")); show(lambda: type("T", 1, {})); show(lambda: type(1, (), {})); show(lambda: type("T", (1,), {})); show(lambda: type(1, 2)); show(lambda: type("T", (bool,), {})); show(lambda: type("T", (A, A), {})); show(lambda: type("T", (A, B), {})); show(lambda: type("T", (int, str), {})); show(lambda: type("T", (type(None),), {})); show(lambda: type("T", (type(lambda: 1),), {}))
class Int(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def dbl(self): return self * 2
i = Int(4); print(i, i + 1, type(i), type(i + 1), i.dbl(), isinstance(i, int), i == 8, hash(i), [0] * 9 == [0] * (i + 1))
class St(str):
    def up(self): return self.upper()
print(St("ab").up(), St("x") + "y", type(St("x") + "y"), {St("k"): 1}["k"])
class F(float): pass
print(F(1.5) + 1, F(2.5), type(F(1)))
class Tp(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
print(Tp(1, 2), Tp(1, 2)[0])
class N:
    def __new__(cls, *a): 
        print("new", a); return super().__new__(cls)
    def __init__(self, *a): print("init", a)
N(1, 2)
class N2:
    def __new__(cls, *a): return 5
    def __init__(self): print("never")
print(N2(1))
show(lambda: object.__new__(int)); show(lambda: int.__new__(str)); show(lambda: list.__new__(5)); show(lambda: int.__new__()); show(lambda: int.__add__(1)); show(lambda: int.__add__("a", 1)); show(lambda: int.__add__(1, 2, 3)); show(lambda: int.__add__(1, "a")); show(lambda: str.upper(5)); show(lambda: str.upper()); show(lambda: list.__len__([1, 2])); show(lambda: dict.__getitem__({1: 2}, 1))
print(int.__add__, [].__len__, [].append, str.upper, len, print, int.from_bytes, dict.fromkeys, type.__call__, object.__init__, A.m, A.c, A.s, int.real, Sl.a, A.p) if 0 else None
print(int.__add__, str.upper, len, int.real, Sl.a, type.__call__, object.__init__)
print(A, A.__dict__["x"], isinstance(b, (int, A)), issubclass(B, A), issubclass(B, (int, A)), isinstance(1, int | str), isinstance(None, int | None), int | None, list[int], dict[str, list[int]], tuple[int, ...])
show(isinstance, 1, 1); show(isinstance, 1, [int]); show(issubclass, 1, int); show(issubclass, int, 1); show(isinstance, 1, list[int]); show(isinstance, 1); show(lambda: int[str]); show(lambda: A[int])
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[int])
class GA:
    def __getattribute__(self, n):
        if n == "q": return "q!"
        return super().__getattribute__(n)
print(GA().q); show(lambda: GA().zz)
class SA:
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
sa_ = SA(); sa_.a = 4; print(sa_.a); del sa_.a; show(lambda: sa_.a)
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return "a"
class BadBool:
    def __bool__(self): return 5
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return 5
class BadIter:
    def __iter__(self): return 5
class BadHash:
    def __hash__(self): return "a"
class BadInit:
    def __init__(self): return 5
class BadIndex:
    def __index__(self): return "a"
show(len, BadLen()); show(len, BadLen2()); show(bool, BadBool()); show(bool, BadLen()); show(str, BadStr()); show(repr, BadStr()); show(iter, BadIter()); show(hash, BadHash()); show(BadInit); show(lambda: [1][BadIndex()]); show(range, BadIndex())
print(getattr(b, "v"), getattr(b, "zz", 5), hasattr(b, "v"), hasattr(b, "zz")); setattr(b, "k", 1); print(b.k); delattr(b, "k"); show(getattr, b, "k"); show(getattr, b, 5); show(getattr, b); show(hasattr, b, 5); show(setattr, b, 5, 6); show(delattr, b, "kk"); show(setattr, 5, "a", 1)
print([n for n in dir(b) if not n.startswith("__")], callable(A), callable(b), callable(len), callable(5)); show(vars, 5); show(callable)
class Abs:
    __abstractmethods__ = frozenset(["f"])
show(lambda: [x for x in dir([]) if "sort" in x]); print(len(dir(object())) > 20)
def outer():
    class Inner: pass
    return Inner
print(outer().__qualname__, outer())
import_err = None
class P1:
    __x = 5
    def g(self): return self.__x
print(P1().g(), P1._P1__x)
class WithEq(A):
    def __eq__(self, other): return NotImplemented
print(WithEq() == 5, WithEq() != 5)
class R:
    def __radd__(self, o): return "R"
    def __rmul__(self, o): return "RM"
class R2(R): pass
print(1 + R(), [1] + R() if 0 else 0, "a" + R() if 0 else 0, 2 * R(), [] * 0, R.__radd__(R(), 1))
show(lambda: "a" + R()); show(lambda: [1] + R()); show(lambda: "a" * R()); show(lambda: "%s" % R() == 1)
class Base:
    def __add__(self, o): return "Base"
class Der(Base):
    def __radd__(self, o): return "Der"
print(Base() + Der(), Base() + Base(), Der() + Base())
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), sum(It()), 2 in It(), max(It()), tuple(It()), dict(zip(It(), It())), [*It()], next(It()))
class MyE(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.a = a
    def __str__(self): return f"MyE:{self.a}"
show(lambda: (_ for _ in ()).throw(MyE(1, 2)))
print(repr(MyE(1, 2)), MyE(1, 2).args)
