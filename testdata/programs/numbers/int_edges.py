# The edges of machine words: no overflow shows.
m = 2 ** 63 - 1
print(m + 1, -m - 2, m * m, (m + 1) // -1, -(-m - 1), abs(-m - 1), m << 1, (-m - 1) // -1)
print(2 ** 62 * 2, 2 ** 31 * 2 ** 32, 3037000500 ** 2, -3037000500 * 3037000500)
print((-2 ** 63) % 10, (-2 ** 63) >> 62, 1 << 63, 1 << 64, (1 << 64) - 1)
print(m == float(m), m < float(m), 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53 + 1)
x = m
x += 1
x -= 1
print(x, x == m, {m: 1}[x], range(m, m + 3)[1], len(range(10 ** 18)))
