# True and floor division, modulo of floats, and ZeroDivisionError texts.
print(7 / 2, 6 / 3, -7 // 2, -7.0 // 2, 7 % 2.5, -7 % 2.5, 7 % -2.5, 1e308 * 10, divmod(7.5, 2))
print(10 ** -2, 0 ** 0, 0.0 ** 0, 4 ** 0.5, (-8) ** 2, 2 ** 0.5, 1e-320 / 2)
for f in [lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: divmod(1.0, 0), lambda: pow(2, 3, 0)]:
    try:
        f()
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
try:
    2.0 ** 10000
except OverflowError as e:
    print(e)
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)
try:
    10 ** 400 / 3
except OverflowError as e:
    print(e)
