# Class patterns with keywords, positional by __match_args__, dataclasses, built-in types.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Old:
    __match_args__ = ('a',)

    def __init__(self, a, b):
        self.a, self.b = a, b


def f(v):
    match v:
        case Point(0, 0):
            return 'origin'
        case Point(x, 0) | Point(0, x):
            return f'on an axis at {x}'
        case Point(x=x, y=y) if x == y:
            return 'diagonal'
        case Point():
            return 'point'
        case Old(1, b=b):
            return f'old {b}'
        case int() | float():
            return 'number'
        case list([Point(), *_]):
            return 'list of points'
        case dict(d):
            return f'dict {len(d)}'
        case _:
            return 'other'


for v in [Point(0, 0), Point(3, 0), Point(0, 4), Point(2, 2), Point(1, 2), Old(1, 'b'), Old(2, 'b'), 5, 1.5, [Point(1, 1)], {}, 'x']:
    print(f(v))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
