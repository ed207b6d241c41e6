# with: enter, exit with the exception, suppression, several managers, order.
class CM:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__, value, tb is not None)
        return self.suppress


with CM('a') as a, CM('b') as b:
    print(a, b)
with CM('s', True):
    raise ValueError('swallowed')
try:
    with (
        CM('x'),
        CM('y') as y,
    ):
        raise KeyError('k')
except KeyError as e:
    print('caught', e)


def f():
    with CM('r'):
        return 'returned'


print(f())
for i in range(2):
    with CM(i):
        continue
with CM((1, 2)) as (p, q):
    print(p + q)
for bad in [5, object()]:
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)
