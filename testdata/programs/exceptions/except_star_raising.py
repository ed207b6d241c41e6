# Raising inside except*: new exceptions are grouped with what is left.
try:
    try:
        raise ExceptionGroup('g', [ValueError('v'), TypeError('t'), OSError('o')])
    except* ValueError:
        raise KeyError('new')
    except* TypeError:
        raise
except BaseException as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('g', [ValueError('v')])
    except* ValueError as eg:
        raise RuntimeError('one') from eg
except BaseException as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))
