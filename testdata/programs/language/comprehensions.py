# Comprehensions: nesting, conditions, scopes, unpacked targets.
print([x * y for x in range(1, 4) for y in range(x)])
print([(i, c) for i, c in enumerate('abc') if i != 1])
print({k: v for k, v in zip('abc', range(3))})
print(sorted({x % 3 for x in range(10)}))
print([[j for j in range(i)] for i in range(4)])
x = 'untouched'
print([x for x in range(3)], x)
print([a + b for (a, b), *rest in [((1, 2), 3), ((4, 5), 6, 7)]])
print(sum(n * n for n in range(10) if n % 2))
print([f() for f in [lambda: n for n in range(3)]])
print(any(n > 2 for n in [1, 2, 3]), all(n for n in []))
