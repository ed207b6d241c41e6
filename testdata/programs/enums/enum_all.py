# enum: members, aliases, auto, Flag operations, IntFlag, StrEnum, methods, errors.
from enum import *
class C(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def hi(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.GREEN
    @property
    def dbl(self): return self.value * 2
print(list(C), C.RED, repr(C.RED), C(1), C['GREEN'], C.CRIMSON is C.RED, C.RED.hi(), C.default(), C.RED.dbl, len(C), C.__members__, C.RED in C, 1 in C, 5 in C, C.RED == 1, C.RED != C.GREEN, {C.RED: 1}, isinstance(C.RED, C), C.RED.name, C.RED.value, f'{C.RED}', '%s' % C.RED, str(C), repr(C), C.RED < C.GREEN if False else '')
for f in (lambda: C(9), lambda: C['X'], lambda: setattr(C, 'RED', 2), lambda: C.RED < C.GREEN, lambda: delattr(C, 'RED'), lambda: C.NOPE, lambda: setattr(C.RED, 'value', 3), lambda: C.RED.GREEN.name):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A(Enum):
    X = auto(); Y = auto(); Z = 10; W = auto()
print([(m.name, m.value) for m in A])
class S(StrEnum):
    FOO = auto(); BAR = 'b'
print(S.FOO, repr(S.FOO), S.FOO == 'foo', S.BAR.upper(), f'{S.BAR:>4}', isinstance(S.FOO, str), [S.FOO, 'x'])
class I(IntEnum):
    A = 1; B = 2
print(I.A, repr(I.A), I.A + 1, I.A < I.B, I.A == 1, sorted([I.B, I.A]), [10, 20, 30][I.A], f'{I.A}', f'{I.A:03}', '%d' % I.B, int(I.B), I(2), str(I.A))
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
p = P.R | P.W; print(p, repr(p), p is P.RW, P.R in p, P.X in p, p & P.R, p ^ P.R, ~P.R, P(0), bool(P(0)), list(p), len(p), P(5), P.R | P.X, p.value, p.name, (P.R | P.X).name, [m for m in P], P.__members__, P['RW'])
class IF(IntFlag):
    A = 1; B = 2; D = 8
print(IF.A | IF.B, repr(IF.A | 4), IF(3), IF(16), IF.A | 1, ~IF.A, IF.A + 1, IF.A & 3, IF(0), list(IF(11)))
try: print(P(99))
except ValueError as e: print(e)
@unique
class U(Enum): A = 1; B = 2
try:
    @unique
    class V(Enum): A = 1; B = 1
except ValueError as e: print(e)
F = Enum('F', 'A B C'); print(list(F), F.B.value); G = Enum('G', {'x': 1, 'y': 2}); print(list(G)); H = IntEnum('H', ['p', 'q'], start=5); print(list(H))
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(Planet.EARTH.mass, Planet.EARTH.value, Planet.EARTH)
class Ord(Enum):
    A = 'a'; B = 'b'
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'zzz' else None
    def __str__(self): return f'<{self.value}>'
    def __lt__(self, o): return self.value < o.value
print(Ord('zzz'), str(Ord.B), sorted([Ord.B, Ord.A]), f'{Ord.A}', max(Ord), Ord.A.__class__, type(Ord.A).__name__)
class N(Enum):
    _ignore_ = ['t']
    t = 5
    A = member(1); b = nonmember(3)
    def _generate_next_value_(name, start, count, last): return name * 2
    Q = auto()
print(list(N), N.b, N.Q.value, hash(C.RED) == hash('RED'), C.RED.__objclass__ if hasattr(C.RED, '__objclass__') else '', [c.name for c in reversed(C)])
match C.RED:
    case C.GREEN: print('g')
    case C.RED: print('matched red')
import copy, json; print(copy.deepcopy(C.RED) is C.RED, json.dumps(I.A), C.__doc__, EnumType, EnumMeta is EnumType)
