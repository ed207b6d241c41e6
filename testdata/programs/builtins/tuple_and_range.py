# Tuples and ranges: operations, equality, repr, errors.
t = (1, 2, 3)
print(t + (4,), t * 2, t[0], t[-1], t.count(1), t.index(2), (), (1,), (1, 2) == (1, 2), len(t), t < (1, 3))
r = range(2, 20, 3)
print(r, list(r), len(r), r[2], r[-1], 5 in r, 6 in r, r.start, r.stop, r.step, range(5) == range(0, 5), range(0) == range(2, 1), r.index(8), list(reversed(r)))
print(range(10)[::2], list(range(5, 0, -2)), bool(range(3, 3)))
for f in [lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(), lambda: t.index(9), lambda: t[5], lambda: r[99], lambda: t.append(1), lambda: tuple(5)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
