# Operands, arguments, subscripts, assignments and defaults are evaluated left to right.
def v(x):
    print(x, end=' ')
    return x


def f(*a, **k):
    return len(a)


d = {}
print(v(1) + v(2) * v(3))
f(v('a'), *[v('b')], k=v('c'), **{'z': v('d')})
print()
d[v('key')] = v('value')
print(d)
d[v('x')], d[v('y')] = v(1), v(2)
print()
{v('k1'): v('v1'), v('k2'): v('v2')}
print()
v([5, 6])[v(0)] += v(1)
print()
v(3) if v(0) else v(4)
print()
[v(i) + v(j) for i in v([1]) for j in v([2])]
print()
print(v(1) < v(0) < v(5))
x = [0, 1]
i = 0
i, x[i] = 1, 'set'
print(i, x)
