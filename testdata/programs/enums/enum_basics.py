# Enum, IntEnum, Flag, auto, StrEnum: repr, str, lookup, iteration, aliases.
from enum import Enum, Flag, IntEnum, StrEnum, auto


class State(Enum):
    IDLE = auto()
    BUSY = auto()
    WAITING = 2

    @property
    def short(self):
        return self.name[0]


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Perm(Flag):
    R = auto()
    W = auto()


class Mode(StrEnum):
    FAST = auto()


print(State.IDLE, repr(State.BUSY), State['BUSY'] is State.WAITING, State(1), list(State), State.IDLE.value, State.IDLE.short, len(State))
print(Level.HIGH > 5, Level.LOW + 1, repr(Level.LOW), f'{Level.LOW}', sorted(Level, reverse=True))
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.W), Mode.FAST, repr(Mode.FAST), Mode.FAST == 'fast', {State.IDLE: 1}[State.IDLE])
for f in [lambda: State(9), lambda: State['NO'], lambda: State.NOPE, lambda: setattr(State, 'IDLE', 5)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
