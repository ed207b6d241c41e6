# Dotted names are values; captured names stay bound; no case fits: nothing happens.
import enum


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def f(c):
    match c:
        case Color.RED:
            return 'red'
        case Color.BLUE:
            return 'blue'
    return 'nothing'


print(f(Color.RED), f(Color.BLUE), f(1))
match [1, 2]:
    case [first, 3]:
        pass
    case [_, second]:
        pass
print(second)
match = 'still a name'
case = 1
_ = 2
print(match, case, _)
match (1, 2):
    case (a, b) if a > b:
        print('no')
    case whole:
        print(whole)
