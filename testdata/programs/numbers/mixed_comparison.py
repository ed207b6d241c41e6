# Comparisons and equality over bool, int and float; errors of unlike types.
print(1 == 1.0 == True, 0 == False, hash(1) == hash(1.0), {1: 'a', 1.0: 'b', True: 'c'})
print(2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > float('inf'), -1 < -0.5, float('nan') < 1, float('nan') != 1)
print(1 == '1', None == 0, [] == (), [1] == [1.0], (1, 2) != (1, 2.0))
for f in [lambda: 1 < '2', lambda: None < 1, lambda: [] < (), lambda: {} < {}, lambda: 1 + None, lambda: [1] + (2,), lambda: 'a' + b'b', lambda: max([1, 'a']), lambda: sorted([2, None]), lambda: 1.5 | 1, lambda: ~1.5, lambda: 3 << -1]:
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
