# protocols, abstract classes, type hints of quoted names, unions written in two ways
import abc
from typing import Protocol, runtime_checkable, overload, Generic, TypeVar, Self, Final, Literal, get_type_hints, get_args, get_origin, NewType, TypedDict, Required, NotRequired, Annotated, ParamSpec, Concatenate, Callable, cast, TYPE_CHECKING, Union, Optional
import typing

if TYPE_CHECKING:
    from somewhere import Nothing

T_co = TypeVar("T_co", covariant=True)
P = ParamSpec("P")
UserId = NewType("UserId", int)


@runtime_checkable
class Speaker(Protocol):
    name: str
    def speak(self, loud: bool = ...) -> str: ...


class Dog:
    name = "Rex"
    def speak(self, loud=False): return "WOOF" if loud else "woof"


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self) -> float: ...

    @abc.abstractmethod
    async def draw(self): ...

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Shape and hasattr(C, "area_hint"):
            return True
        return NotImplemented


class Square(Shape):
    def __init__(self, s): self.s = s
    @property
    def area(self): return self.s ** 2
    async def draw(self): return "□" * self.s


class Half(Shape):
    area = 3


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Box(Generic[T_co]):
    def __init__(self, item: T_co) -> None: self.item = item
    def map(self, f: "Callable[[T_co], int]") -> "Box[int]": return Box(f(self.item))
    def me(self) -> Self: return self


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x * 2


print(isinstance(Dog(), Speaker), isinstance(3, Speaker), Square(3).area, issubclass(type("Z", (), {"area_hint": 1}), Shape))
for bad in (lambda: Half(), lambda: Shape(), lambda: Speaker(), lambda: Generic()):
    try: bad()
    except TypeError as e: print(e)
print(get_type_hints(Box.map), get_args(dict[str, list[int]]), get_origin(Optional[int]))
print(Movie(title="Alien", year=1979), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__)
print(Box[int], Box[int](3).item, Box("abc").map(len).item, Box.__parameters__, Box[int].__args__)
print(Literal["a", 1], Union[int, str, None], Optional[str], Annotated[int, "meta"], Callable[P, Concatenate[int, P]] if 0 else Callable[[int], str])
print(UserId(5), UserId, typing.get_overloads(f), f("ab"), cast(int, "x"))
def g(a: int, *args: "str", k: Final[float] = 1.0, **kw: Literal["x"]) -> None: pass
print(g.__annotations__)
print(typing.Any, typing.List[int], typing.Dict[str, typing.Any], typing.Tuple[int, ...], list[int] | None, int | str == Union[int, str])
try:
    List = typing.Lst
except AttributeError as e:
    print(e)
