# Errors of format specs, with CPython's words.
cases = [(1, '.2d'), (1.5, 'd'), ('a', 'd'), ('a', '+'), ('a', '=5'), (None, '5'), ([1], '>5'), (1, 'q'), ('x', ',') , (1, ',x'), (1.5, '.'), (3, ',_'), ({}, 'x')]
for value, spec in cases:
    try:
        print(repr(value), spec, repr(format(value, spec)))
    except (ValueError, TypeError) as e:
        print(repr(value), spec, type(e).__name__, e)
