# Generator expressions: lazy, late binding, first iterable evaluated at once.
def src():
    print('evaluated')
    return [1, 2, 3]


g = (x * k for x in src())
k = 10
print(next(g), sum(g), list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
print(sum(x * y for x in range(3) for y in range(x)), max((len(w) for w in ['a', 'bbb']), default=0), tuple(i for i in 'ab'), any(print(i) for i in range(2)))
print(type(g).__name__, g)
