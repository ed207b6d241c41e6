# repr of floats is the shortest that round-trips; exponents from 1e16 and 1e-5.
for x in [0.1, 0.1 + 0.2, 1.0, 100.0, 1e15, 1e16, 123456789012345678.0, 1e22, 1e-4, 1e-5, 0.00012345, 5e-324, 1.7976931348623157e308, -0.0, 1 / 3, 2 / 3, 1e100, 9007199254740993.0, 3.0e-10]:
    print(x, repr(x), str(x))
print(1e309, -1e309, float('nan'), [0.1, 1e20])
print(.5, 5., 1_000.5, 0.1e1, 1E3)
