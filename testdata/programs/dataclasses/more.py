# Inheritance, kw_only, slots, InitVar, ClassVar, __match_args__, eq of unlike classes.
from dataclasses import dataclass, field, InitVar, KW_ONLY
from typing import ClassVar


@dataclass
class Base:
    a: int
    count: ClassVar[int] = 0


@dataclass
class Sub(Base):
    b: int = 5
    _: KW_ONLY
    c: str = 'c'
    scale: InitVar[int] = 1
    total: int = field(init=False)

    def __post_init__(self, scale):
        self.total = (self.a + self.b) * scale


@dataclass(slots=True, kw_only=True)
class S:
    x: int


print(Sub(1), Sub(1, 2, c='z', scale=10), Sub.__match_args__, S(x=1), hasattr(S(x=1), '__dict__'), Base(1) == Sub(1))
try:
    S(1)
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad(Sub):
        d: int
except TypeError as e:
    print(e)
