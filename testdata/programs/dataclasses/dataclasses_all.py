# dataclasses: every option, fields, inheritance, replace, asdict, slots, kw_only, errors, InitVar.
from dataclasses import *
import dataclasses
@dataclass
class A:
    x: int
    y: list = field(default_factory=list)
    z: str = field(default='q', repr=False, compare=False, metadata={'m': 1})
    w: int = field(init=False, default=9)
a = A(1); print(a, a == A(1), a != A(2), A(1, [2], 'z'), a.w, fields(A)[2].metadata['m'], [f.name for f in fields(a)], asdict(a), astuple(a), replace(a, x=5), is_dataclass(A), is_dataclass(a), A.__match_args__)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'x'
f = F(1); print(f, hash(f) == hash(F(1)), F(1) < F(2), sorted([F(2), F(1)]), {f: 1}, F(1, 'a') >= F(1))
for fn in (lambda: setattr(f, 'a', 2), lambda: delattr(f, 'a'), lambda: A(), lambda: A(1, 2, 3, 4), lambda: hash(a), lambda: F(1) < 5, lambda: replace(a, w=1), lambda: replace(f, q=1), lambda: fields(5), lambda: asdict(5)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
@dataclass(kw_only=True, slots=True)
class K:
    a: int
    b: int = 2
print(K(a=1), K.__slots__, hasattr(K(a=1), '__dict__'))
@dataclass
class B(A):
    v: int = 3
    x: float = 0.5
    def __post_init__(self): self.total = self.x + self.v
print(B(), B().total, [f.name for f in fields(B)])
@dataclass
class I:
    a: InitVar[int]
    b: int = 0
    _: KW_ONLY
    c: int = 1
    def __post_init__(self, a): self.b = a * 2
print(I(5), I(5, c=7), I.__init__.__annotations__ if False else '')
@dataclass(repr=False, eq=False)
class N: a: int = 1
print(N() == N(), repr(N())[:3])
@dataclass(unsafe_hash=True)
class U: a: int = 1
print(hash(U()) == hash(U()), make_dataclass('M', ['x', ('y', int), ('z', int, field(default=3))])(1, 2), make_dataclass('P', [('a', int)], namespace={'d': lambda s: s.a * 2})(4).d())
for src in ("@dataclass\nclass X:\n a: list = []", ):
    pass
def bad1():
    @dataclass
    class X: a: list = []
def bad2():
    @dataclass
    class X:
        a: int = 1
        b: int
def bad3():
    @dataclass(order=True, eq=False)
    class X: a: int
def bad4():
    @dataclass(frozen=True)
    class X(A): q: int = 1
def bad5(): field(default=1, default_factory=list)
for b in (bad1, bad2, bad3, bad4, bad5):
    try: b()
    except Exception as e: print(type(e).__name__, e)
@dataclass
class Node:
    val: int
    next: 'Node | None' = None
n = Node(1, Node(2)); print(n, asdict(n), MISSING is dataclasses.MISSING); n.next.next = n; print(n)
match A(1, [2]):
    case A(x=1, y=[q]): print('match', q)
