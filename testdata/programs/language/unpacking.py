# Unpacking in assignments, loops and calls, nested and starred.
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*head, tail = 'xyz'
print(head, tail)
(p, q), [r, *s] = (1, 2), [3, 4, 5]
print(p, q, r, s)
for k, (x, *ys) in [('one', (1,)), ('three', (1, 2, 3))]:
    print(k, x, ys)
only, = [7]
print(only)
print([*range(3), *'ab'], (*[1], 2), {*[1, 1, 2]}, {**{'a': 1}, 'b': 2, **{'a': 3}})
x = y = []
x.append(1)
print(y, x is y)
