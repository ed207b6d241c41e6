# type statements, generic functions and classes, their reprs and errors
from typing import Callable, Protocol, TypeVar, Generic, overload, Iterator, Sequence, Any
from dataclasses import dataclass
import functools, asyncio
type Pair[T] = tuple[T, T]
type Json = dict[str, Json] | list[Json] | str | int | None
def first[T](xs: Sequence[T]) -> T: return xs[0]
def merge[K: (str, int), V](a: dict[K, V], b: dict[K, V]) -> dict[K, V]: return a | b
class Stack[T]:
    def __init__(self) -> None: self._items: list[T] = []
    def push(self, x: T) -> "Stack[T]": self._items.append(x); return self
    def pop(self) -> T: return self._items.pop()
    def map[U](self, f: Callable[[T], U]) -> "Stack[U]":
        s = Stack[U](); [s.push(f(x)) for x in self._items]; return s
    def __repr__(self): return f"Stack({self._items})"
class Bounded[T: int](Stack[T]): pass
class Res[**P, R = int]:
    def __init__(self, f: Callable[P, R]): self.f = f
    def __call__(self, *a: P.args, **k: P.kwargs) -> R: return self.f(*a, **k)
def deco[**P, R](f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def w(*a: P.args, **k: P.kwargs) -> R: return f(*a, **k)
    return w
def variadic[*Ts](*args: *Ts) -> tuple[*Ts]: return args
@deco
def add(a: int, b: int = 2) -> int: return a + b
print(Pair, Pair.__value__, Pair[int], Pair.__type_params__, Json.__value__, first([3]), merge({"a": 1}, {"b": 2}), first.__type_params__, merge.__type_params__[0].__constraints__)
print(Stack[int](), Stack[int], Stack.__type_params__, Stack().push(1).push(2).map(str), Stack.__orig_bases__, Bounded.__type_params__[0].__bound__, Bounded.__mro__, Res.__type_params__, Res(len)("abc"), add(1), add.__wrapped__, variadic(1, "a"), variadic.__annotations__)
print(Stack[int].__origin__, Stack[int].__args__, isinstance(Stack[str](), Stack), Stack.__parameters__, Res.__type_params__[1].__default__, Res.__type_params__[1].has_default())
@dataclass
class Node[T]:
    value: T
    next: "Node[T] | None" = None
    def __iter__(self) -> Iterator[T]:
        n = self
        while n: yield n.value; n = n.next
print(list(Node(1, Node(2))), Node(1), Node[int], Node.__match_args__)
async def gather_all[T](*fs: Callable[[], Any]) -> list[T]: return await asyncio.gather(*(f() for f in fs))
async def one(): return 1
print(asyncio.run(gather_all(one, one)))
for bad in (lambda: Stack[int, str], lambda: isinstance(1, Stack[int]), lambda: Pair(), lambda: first[int], lambda: Json[int], lambda: isinstance(1, Pair)):
    try: print(bad())
    except TypeError as e: print(e)
def outer():
    class Inner[T]:
        def m(self) -> T: return T
    return Inner
print(outer().__qualname__, outer()().m(), outer().m.__annotations__)
T = TypeVar("T", bound=int, covariant=True); print(T, T.__bound__, TypeVar("U", int, str).__constraints__, T.__name__)
