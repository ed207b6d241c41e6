# Comparison chains evaluate each operand once and stop at the first false.
def v(n):
    print('eval', n)
    return n


print(v(1) < v(3) < v(2) < v(9))
print(1 < 2 == 2 != 3 >= 3)
print(1 in [1, 2] in [[1, 2]])
n = 1
print(not 1 == 2, n is not None, 3 not in (1, 2))
