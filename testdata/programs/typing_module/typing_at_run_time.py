# typing at run time: special forms, get_type_hints, Protocol, TypedDict, NamedTuple, overload, cast, NewType.
from typing import *
import typing
T = TypeVar('T'); K = TypeVar('K', bound=int); N = TypeVar('N', int, str)
print(T, K.__bound__, N.__constraints__, List[int], Dict[str, Any], Optional[int], Union[int, str, None], Callable[[int], str], Tuple[int, ...], Literal['a', 1], Type[int], ClassVar[int], Final[int], Annotated[int, 'meta'], Iterable[T], Awaitable[int], Coroutine[Any, Any, int], AsyncIterator[int], Callable[..., Any])
print(int | str, list[int] | None, get_origin(List[int]), get_args(Dict[str, int]), get_origin(int | str), get_args(Optional[int]), get_origin(Callable[[int], str]), get_args(Callable[[int], str]), get_args(Annotated[int, 1]))
print(Union[int, int] is int, Optional[None], Union[int, Union[str, float]], Literal[1, 2] == Literal[2, 1], List[T][int], Dict[K, T][int, str])
class A:
    x: int
    y: 'A'
    z: Optional[str] = None
    def f(self, a: 'int', b: List['A'] = None) -> None: ...
print(A.__annotations__, get_type_hints(A), get_type_hints(A.f))
@runtime_checkable
class Quacks(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return 'q'
print(isinstance(Duck(), Quacks), isinstance(3, Quacks), issubclass(Duck, Quacks))
try: Quacks()
except TypeError as e: print(e)
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
print(TD(a=1, b='x'), TD.__total__, TD.__required_keys__, TD.__optional_keys__, TD.__annotations__)
class NT(NamedTuple):
    x: int
    y: int = 5
    def s(self): return self.x + self.y
print(NT(1), NT(1).s(), NT._fields, NT._field_defaults, NT(1)._replace(y=0), NT(1)._asdict(), NT.__annotations__, NT(1) == (1, 5))
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__name__, UserId.__supertype__)
print(cast(int, 'x'), TYPE_CHECKING, no_type_check(lambda: 1)(), Any)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), len(get_overloads(g)))
@final
class Fin: pass
print(Fin.__final__)
class Stack(Generic[T]):
    def __init__(self): self.i: list[T] = []
    def push(self, x: T): self.i.append(x); return self
print(Stack[int]().push(1).i, Stack[int], Stack.__parameters__, Stack[int].__origin__, Stack[int].__args__)
for f in (lambda: List[int]([1]), lambda: isinstance([], List[int]), lambda: Generic[int], lambda: Optional[int, str], lambda: TypeVar('X', int), lambda: Literal[1]()):
    try: print(f())
    except TypeError as e: print(e)
def ann(a: int, *args: str, k: float = 1.0, **kw: bytes) -> list[int]: ...
print(ann.__annotations__)
x: int = 3
y: str
print(__annotations__)
try: assert_never(1)
except AssertionError as e: print(e)
print(assert_type(1, int), reveal_type.__name__, Self, Never, NoReturn, LiteralString, TypeAlias, Concatenate, ParamSpec('P'), TypeVarTuple('Ts'), Unpack[Tuple[int]])
print(List, Dict, Tuple, Callable, Union, Optional, typing.Deque[int], typing.DefaultDict[str, int], typing.Counter[str], typing.Pattern[str], SupportsInt, Hashable, Sized)
