# PEP 695: type aliases, generic functions and classes, bounds, defaults; annotations at run time.
from typing import *
import typing
type Pair[T] = tuple[T, T]
type Num = int | float
print(Pair, Pair.__name__, Pair.__type_params__, Pair.__value__, Num.__value__, Pair[int], type(Pair))
def first[T](xs: list[T]) -> T: return xs[0]
print(first([1]), first.__type_params__, first.__annotations__)
class Box[T: (int, str), *Ts, **P]:
    def __init__(self, v: T): self.v = v
    def get[U](self, d: U) -> T | U: return self.v
print(Box.__type_params__, Box[int, str, [int]], Box.__orig_bases__, Box.__parameters__, Box(1).get(2), [p.__constraints__ for p in Box.__type_params__[:1]])
def bound[T: Num](x: T) -> T: return x
print(bound.__type_params__[0].__bound__)
