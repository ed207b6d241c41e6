# TypeErrors of built-ins called wrongly.
for call in [lambda: len(), lambda: len(1, 2), lambda: len(5), lambda: print(end=5), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: 'a'.upper(1),
             lambda: range('a'), lambda: int('a', 'b'), lambda: isinstance(1), lambda: sorted(), lambda: abs(), lambda: 'x'.join(5), lambda: 'x'.split(1), lambda: zip(1),
             lambda: enumerate(), lambda: enumerate(5), lambda: dict(1), lambda: set(5), lambda: sum(1), lambda: round('a'), lambda: list(1, 2), lambda: [].sort(len), lambda: 'a'.startswith(1)]:
    try:
        call()
    except TypeError as e:
        print(e)
