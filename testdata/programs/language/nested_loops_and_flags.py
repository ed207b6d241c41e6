# break and continue act on the innermost loop only; for-else as a search.
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, '=', d, '*', n // d)
            break
    else:
        print(n, 'is prime')
i = 0
while True:
    i += 1
    if i % 2:
        continue
    for j in range(10):
        if j > i:
            break
    if i >= 6:
        break
print(i, j)
