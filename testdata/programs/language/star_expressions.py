# Stars in return, subscripts, for, and in calls after keywords.
def f():
    a = [1, 2]
    return *a, 3


print(f())
for x in *[1, 2], *'ab':
    print(x, end=' ')
print()


def show(*args, **kw):
    print(args, kw)


show(*[1], 2, *(3,), x=1, **{'y': 2}, **{'z': 3})
show(k=1, *[5])
d = {(1, 2): 'tuple key'}
t = 1, 2
print(d[1, 2], d[*t], d[t])
a, (b, *c), *_ = 1, 'xyz', 8, 9
print(a, b, c, _)
[p, q] = {1: 'a', 2: 'b'}.items()
print(p, q)
*x, = 'ab'
print(x)
