# match: every kind of pattern.
from dataclasses import dataclass
import enum
@dataclass
class P: x: int; y: int
class Col(enum.Enum): R = 1; G = 2
class Pos:
    __match_args__ = ('a', 'b')
    def __init__(self, a, b): self.a, self.b = a, b
def f(v):
    match v:
        case 0 | 1: return 'zero or one'
        case -1 | 1.5 | 2j | 1 + 2j: return 'numbers'
        case None: return 'none'
        case True: return 'true'
        case 'a' | b'b': return 'text'
        case Col.R: return 'red'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case (1, y, *_): return f'starts 1 {y}'
        case [P(x=0), P(y=yy) as p]: return f'points {yy} {p}'
        case [a, [b, *c], d]: return f'nested {a} {b} {c} {d}'
        case [*init, 'end']: return f'init {init}'
        case {'k': k, **rest} if rest: return f'dict {k} {rest}'
        case {'k': 1 | 2 as n}: return f'k {n}'
        case {}: return 'mapping'
        case P(0, y): return f'P0 {y}'
        case P(x, y) if x == y: return 'diag'
        case P(): return 'P'
        case Pos(1, b=b): return f'Pos {b}'
        case int(n): return f'int {n}'
        case str() as s: return f'str {s}'
        case float() | complex(): return 'float'
        case set() | frozenset(): return 'set'
        case _: return 'other'
for v in (0, 1, True, -1, 1.5, 2j, 1 + 2j, None, 'a', b'b', Col.R, Col.G, [], [5], (1, 2, 3), [P(0, 1), P(2, 3)], [1, [2, 3, 4], 5], [7, [8], 9], [1, 2, 'end'], ['q', 'end'], {'k': 1, 'z': 2}, {'k': 2}, {'q': 1}, P(0, 5), P(3, 3), P(3, 4), Pos(1, 2), Pos(2, 2), 42, 'str', 3.5, {1}, range(2), b'zz', object): print(repr(v)[:40], '->', f(v))
def g(x):
    match x:
        case [Pos(1, 2, 3)]: pass
        case [Pos(z=1)]: return 'z'
    match x, 1:
        case (_, 1): print('tuple subject')
for a in ([Pos(1, 2)],):
    try: g(a)
    except TypeError as e: print(e)
def h(x):
    match x:
        case P(1, 2, 3): pass
try: h(P(1, 2))
except TypeError as e: print(e)
def dup(x):
    match x:
        case Pos(1, a=1): pass
try: dup(Pos(1, 2))
except TypeError as e: print(e)
