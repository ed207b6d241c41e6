# `raise e` in the same frame adds a line, a bare raise does not.
def f():
    raise ValueError('v')


def g():
    try:
        f()
    except ValueError:
        raise


def h():
    try:
        g()
    except ValueError as e:
        raise e


h()
