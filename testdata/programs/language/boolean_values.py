# and/or give one of their operands; truth of the empty values.
print(0 or 'b', '' or [] or {}, 1 and 'x', 0 and 1 / 0, None or 0)
for v in [0, 0.0, '', [], (), {}, set(), None, False, b'' , range(0), 'a', [0], -1, 0j]:
    print(repr(v), bool(v), not v)
print(1 if [] else 2, (lambda: 1)() if 1 else 3)
print(True + True, True == 1, {1: 'a', True: 'b'}, isinstance(True, int))
