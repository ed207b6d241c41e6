# Comprehensions in functions see locals; nested ones; walrus out of them; class bodies do not matter here.
def f(n):
    base = 10
    rows = [[base + i * j for j in range(n)] for i in range(n)]
    total = 0
    _ = [total := total + x for row in rows for x in row]
    table = {i: [j for j in range(i) if j % 2 == i % 2] for i in range(n)}
    fs = [lambda i=i: i + base for i in range(n)]
    base = 100
    return rows, total, table, [g() for g in fs]


print(f(3))
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [*map(list, zip(*m))], [x for row in m if len(row) > 2 for x in row if x % 2])
try:
    [x for x in range(3) if y]
except NameError as e:
    print(e)
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as e:
    print(e)
