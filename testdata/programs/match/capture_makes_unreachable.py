# A bare name makes the remaining cases unreachable: SyntaxError.
RED = 1
match 2:
    case RED:
        print('red')
    case _:
        print('other')
