# float() of strings and the float methods.
for s in ['1', ' 1.5 ', '1e3', '-.5', '5.', 'inf', '-Infinity', 'nan', '1_0.5', '1e400', '0x1', '', 'a', '1,5', '1e']:
    try:
        print(repr(s), float(s))
    except ValueError as e:
        print(e)
x = 2.5
print(x.is_integer(), (4.0).is_integer(), x.as_integer_ratio(), (0.1).as_integer_ratio(), x.hex(), float.fromhex('0x1.8p+1'))
print(float('nan') == float('nan'), float('inf') > 1e308, max(1.0, 2), min(3, 2.0), abs(-2.5), -0.0 == 0.0)
print(sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1e16, 1.0, -1e16]))
