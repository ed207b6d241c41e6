# Concatenation, repetition, indexing and comparison, with their errors.
s = 'abc'
print(s + 'd', s * 2, 0 * s, s[0], s[-1], s[1:], s == 'abc', 'b' in s, hash('a') == hash('a'))
for f in [lambda: s + 1, lambda: 1 + s, lambda: s[3], lambda: s['a'], lambda: s < 1, lambda: s * 's', lambda: s - 'a', lambda: -s, lambda: 1 in s, lambda: s[1.0]]:
    try:
        f()
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
