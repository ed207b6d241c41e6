# ExceptionGroup: message, exceptions, str, repr, nesting, subgroup, split, derive.
g = ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [TypeError('t'), ValueError(2)]), KeyError('k')])
print(g, '|', repr(g), '|', g.message, '|', len(g.exceptions), g.args)
print(repr(g.subgroup(ValueError)))
match, rest = g.split((ValueError, KeyError))
print(repr(match), repr(rest))
print(repr(g.subgroup(lambda e: 't' in str(e))), g.subgroup(OSError), repr(g.derive([OSError()])))
for args in [('m', []), ('m', 5), (5, [ValueError()]), ('m', [1]), ('m', [KeyboardInterrupt()])]:
    try:
        ExceptionGroup(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__, isinstance(g, Exception))
