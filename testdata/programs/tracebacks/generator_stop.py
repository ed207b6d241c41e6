# StopIteration inside a generator becomes a RuntimeError with a cause.
def g():
    yield 1
    raise StopIteration('x')


list(g())
