# contextlib.contextmanager: the generator gets the exception; errors of misuse; as decorator.
from contextlib import contextmanager


@contextmanager
def section(name, swallow=False):
    print('<', name)
    try:
        yield name.upper()
    except ValueError as e:
        print('saw', e)
        if not swallow:
            raise
    finally:
        print('>', name)


with section('a') as x:
    print(x)
with section('b', swallow=True):
    raise ValueError('v')
try:
    with section('c'):
        raise ValueError('out')
except ValueError as e:
    print('outside', e)


@section('deco')
def f(x):
    return x * 2


print(f(2), f(3))


@contextmanager
def none():
    if False:
        yield


@contextmanager
def two():
    yield
    yield


for bad in none, two:
    try:
        with bad():
            print('body')
    except RuntimeError as e:
        print(e)
