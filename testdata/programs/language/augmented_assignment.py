# Augmented assignment works in place on lists and rebinds immutable values.
x = 5
x += 3; x -= 1; x *= 2; x //= 3; x **= 3; x %= 50; x <<= 2; x >>= 1; x |= 1; x ^= 6; x &= 0xff
print(x)
y = 7
y /= 2
print(y)
a = b = [1]
a += (2, 3)
a *= 2
print(a, b is a)
t = u = (1,)
t += (2,)
print(t, u)
d = {'n': 0}
d['n'] += 1
print(d)
grid = [[0] * 2 for _ in range(2)]
grid[1][0] -= 4
print(grid)
s = {1, 2, 3}
s |= {4}; s &= {2, 3, 4}; s -= {3}; s ^= {2, 9}
print(sorted(s))
d |= {'m': 2}
print(d)
