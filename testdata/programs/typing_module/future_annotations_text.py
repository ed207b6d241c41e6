# from __future__ import annotations keeps annotations as text.
from __future__ import annotations
import dataclasses, typing
class A:
    x: int | None = None
    y: list[Undefined]
    def f(self, a: 'q', *b: x.y[1:2], c: lambda: 0 = 1) -> {1: 2}: ...
print(A.__annotations__, A.f.__annotations__)
@dataclasses.dataclass
class D:
    a: int
    b: typing.ClassVar[int] = 3
    c: list[int] = dataclasses.field(default_factory=list)
print(D(1), [f.name + ':' + str(f.type) for f in dataclasses.fields(D)])
def g(x: not 1, y: (1, 2), z: f'{a}', w: -1 + ~2 ** 3, v: a if b else c, u: [i for i in x if i], t: await_ and b or c) -> x < y <= z: ...
print(g.__annotations__)
z: a.b[c](d, *e, k=1, **f)
print(__annotations__)
