# round is half to even, exact on the binary value, and gives int without digits.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e20)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, -2), round(5.015, 2))
print(round(15, -1), round(25, -1), round(-25, -1), round(1250, -2), round(7, 3), round(2.5, 0), round(1.0), type(round(1.5, 0)))
print(f'{0.5:.0f} {1.5:.0f} {2.5:.0f} {2.675:.2f} {0.125:.2f} {1e15 + 0.3:.1f}')
print(int(3.9), int(-3.9), int('  42 '), int('-0b101', 2), int('ff', 16), int('0x1f', 0), int('1_000'), int(True))
for bad in ['', 'x', '1.5', '0x1', '1__0']:
    try:
        int(bad)
    except ValueError as e:
        print(e)
for bad in [float('inf'), float('nan')]:
    try:
        int(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
    try:
        round(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
