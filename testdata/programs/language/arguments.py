# Positional, keyword, default, star and keyword-only arguments bind as in CPython.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3))
print(f(1, 2, 3, 4, c=5))
print(f(c=1, a=2))
print(f(*[1, 2, 3], **{'c': 0, 'z': 9}, y=8))
print(f(1, *(), *(5, 6), c=0, **{}))


def pos(a, b, /, c, *, d):
    return a, b, c, d


print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4))


def only_kw(a, /, **kw):
    return a, kw


print(only_kw(1, a=2))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, j=4))
