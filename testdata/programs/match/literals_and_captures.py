# Literal, capture, wildcard, or-patterns and guards.
def f(x):
    match x:
        case 0:
            return 'zero'
        case 1 | 2 | 3:
            return 'small'
        case -1 | 2.5 | 1 + 2j:
            return 'odd number'
        case 'a' | "b":
            return 'letter'
        case None | True | False:
            return f'constant {x}'
        case int(n) if n > 100:
            return f'big {n}'
        case str() as s:
            return f'text {s!r}'
        case _:
            return 'other'


for x in [0, 2, -1, 2.5, 1 + 2j, 'a', 'zz', None, True, False, 500, 50, [], 1.0]:
    print(repr(x), f(x))
