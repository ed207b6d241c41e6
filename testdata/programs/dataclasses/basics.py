# dataclass: init, repr, eq, defaults, field(default_factory), __post_init__, order, frozen.
from dataclasses import dataclass, field, asdict, astuple, replace, FrozenInstanceError, fields


@dataclass
class Job:
    name: str
    cost: float = 1.0
    tags: list = field(default_factory=list)
    id: int = field(default=0, repr=False, compare=False)

    def __post_init__(self):
        self.name = self.name.lower()


a, b = Job('A'), Job('a', id=7)
a.tags.append('x')
print(a, b, a == b, Job('q', 2), asdict(a), astuple(b), replace(a, cost=9), [f.name for f in fields(Job)])


@dataclass(frozen=True, order=True)
class P:
    x: int
    y: int = 0


print(sorted([P(2), P(1, 5), P(1)]), {P(1): 'hashable'}[P(1)], P(1) < P(2))
try:
    P(1).x = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e)
for f in [lambda: Job(), lambda: Job('a', 1, [], 0, 5), lambda: Job(nam='x')]:
    try:
        f()
    except TypeError as e:
        print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)
