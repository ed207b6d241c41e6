# min, max, sum, any, all, abs, divmod, pow with keys, defaults and errors.
print(min(3, 1, 2), max([3, 1]), min('hello'), max(['aa', 'b'], key=len), min([], default=None), max((1, 'x'), (1, 'y')))
print(sum([1, 2], 10), sum([[1], [2]], []), sum([]), sum(x / 10 for x in range(5)), abs(-3), abs(-2.5), divmod(17, 5), pow(2, 10), pow(2, 10, 1000))
print(any([]), all([]), any([0, 3]), all([1, 0]), any(x == 2 for x in (1, 2, 3)))
for f in [lambda: min([]), lambda: max(), lambda: sum(['a']), lambda: sum('ab', ''), lambda: max(1), lambda: abs('x'), lambda: min(1, 'a'), lambda: all(1)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
