# typing forms and PEP 604, 585, 695 in annotations; get_type_hints; generics at run time.
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Generic, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, cast

T = TypeVar('T')


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Pair(NamedTuple):
    left: int
    right: str = 'r'


class Movie(TypedDict):
    name: str


class HasRun(Protocol):
    async def run(self) -> None: ...


def first[U](xs: list[U]) -> U:
    return xs[0]


type Alias = dict[str, int]


async def call(f: Callable[..., Awaitable[T]], *args: Any, timeout: Optional[float] = None) -> Union[T, None]:
    return await f(*args)


async def double(x: int | float) -> NotDefinedAnywhere:
    return x * 2


print(Box[int](5).item, Pair(1), Pair(1, 'x')._replace(left=9), Pair(2)._asdict(), Movie(name='m'), first([1, 2]), cast(int, 'x'))
print(asyncio.run(call(double, 4)), double.__annotations__, Alias.__name__, list[int], dict[str, list[int]], int | None)
