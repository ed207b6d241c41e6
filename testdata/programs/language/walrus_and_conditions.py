# Assignment expressions in conditions and comprehensions bind in the enclosing scope.
data = [3, 8, 1, 9]
if (n := len(data)) > 3:
    print('long', n)
print([y for x in data if (y := x * 2) > 5], y)
it = iter(data)
while (x := next(it, None)) is not None:
    print(x, end=' ')
print()
print((a := 1, b := 2), a + b)
