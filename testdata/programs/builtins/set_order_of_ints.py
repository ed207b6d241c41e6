# Iteration order of int sets follows CPython's hash table.
print({3, 1, 2}, {100, 5, 33, 64, 9}, set(range(20, 0, -1)))
print({-1, -2, 0, 8, 16}, {2 ** 40, 7, 2 ** 61 - 1, 2 ** 61}, {i * i for i in range(12)})
s = {9, 1}
s.add(17); s.add(25)
print(s)
s.remove(9)
s.add(33)
print(s, {0.5, 1, 2.5}, list({5, 3, 8} | {1000, 13}))
