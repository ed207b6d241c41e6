# A bare raise keeps the exception; raise in except sets the context; from sets the cause.
def inner():
    raise ValueError('inner')


try:
    try:
        inner()
    except ValueError:
        raise
except ValueError as e:
    print('again', e, e.__context__)
try:
    try:
        inner()
    except ValueError as e:
        raise KeyError('outer') from e
except KeyError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)
try:
    try:
        inner()
    except ValueError:
        raise RuntimeError('clean') from None
except RuntimeError as e:
    print(repr(e), e.__cause__, repr(e.__context__))
try:
    raise
except RuntimeError as e:
    print(e)
