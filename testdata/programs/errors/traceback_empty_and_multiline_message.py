# Exceptions with an empty, a multi-line and a non-string message.
import traceback

for e in [ValueError(), ValueError(''), ValueError('two\nlines'), ValueError(1, 'a'), KeyError('k'), KeyError(), OSError(2, 'No such file'), StopIteration(3), UnicodeError('x')]:
    try:
        raise e
    except Exception as x:
        print(traceback.format_exc().splitlines()[-1], '|', str(x), '|', repr(x))
