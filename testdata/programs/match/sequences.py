# Sequence patterns with stars; strings and sets are no sequences here.
def f(x):
    match x:
        case []:
            return 'empty'
        case [a]:
            return f'one {a}'
        case (1, second, *rest):
            return f'starts with 1, {second}, {rest}'
        case [a, [b, *_], *_, last]:
            return f'nested {a} {b} {last}'
        case [*_, 'end']:
            return 'ends'
        case a, b:
            return f'pair {a} {b}'
        case _:
            return 'no'


for x in [[], (), [5], (1, 2), [1, 2, 3, 4], [9, [8, 7], 6, 5], ['x', 'y', 'end'], (3, 4), 'ab', {1, 2}, range(2), [1]]:
    print(x if not isinstance(x, set) else 'set', '->', f(x))
