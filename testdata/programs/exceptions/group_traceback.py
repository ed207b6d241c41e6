# The tree of an uncaught exception group.
def fail(kind, *args):
    raise kind(*args)


def collect():
    errors = []
    for kind, arg in [(ValueError, 'one'), (KeyError, 'two')]:
        try:
            fail(kind, arg)
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup('collected', errors)


collect()
