# except*: each clause takes its part; what is left goes on.
def run(*excs):
    try:
        raise ExceptionGroup('g', list(excs))
    except* ValueError as eg:
        print('ValueErrors', repr(eg))
    except* (TypeError, KeyError) as eg:
        print('others', [type(e).__name__ for e in eg.exceptions])
    else:
        print('not reached')
    finally:
        print('finally')


run(ValueError(1), TypeError('t'), ValueError(2), KeyError('k'))
run(ExceptionGroup('deep', [ValueError(3), ExceptionGroup('deeper', [TypeError(4)])]))
try:
    run(ValueError(1), OSError('left'))
except ExceptionGroup as eg:
    print('left over', repr(eg))
try:
    raise ValueError('bare')
except* ValueError as eg:
    print('wrapped', repr(eg))
try:
    pass
except* ValueError:
    print('no')
else:
    print('else')
