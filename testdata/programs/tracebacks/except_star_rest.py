# except* that handles a part and raises another error: what stays is grouped.
def f():
    try:
        raise ExceptionGroup('eg', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as e:
        print('values', e.exceptions)
    except* TypeError:
        raise RuntimeError('while handling')


f()
