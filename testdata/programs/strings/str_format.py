# str.format with positions, names, attributes, items, conversions and nested specs.
print('{} {} {}'.format(1, 'a', None))
print('{1} {0} {1}'.format('x', 'y'))
print('{a} {b[0]} {c[k]} {d.real}'.format(a=1, b=[2], c={'k': 3}, d=4))
print('{:>{w}.{p}f}|{!r:5}|{{}}'.format(3.14159, 'q', w=8, p=2))
print('{0!r:*^7} {x:,}'.format('a', x=10000))
for text, args in [('{} {}', (1,)), ('{x}', ()), ('{} {0}', (1,)), ('{', ()), ('}', ()), ('{!z}', (1,)), ('{0[a]}', ([1],))]:
    try:
        print(text.format(*args))
    except (IndexError, KeyError, ValueError, TypeError) as e:
        print(text, type(e).__name__, e)
