# The marks under assignments, augmented assignments, unpacking, del, import, with and for.
import traceback


def attempt(f):
    try:
        f()
    except Exception:
        print('\n'.join(traceback.format_exc().splitlines()[3:]))


def a():
    x, y = [1, 2, 3]


def b():
    x = 'a'
    x += 1


def c():
    d = {}
    d['a']['b'] = 1


def d():
    del [][0]


def e():
    for i in 5:
        pass


def f():
    import no_module_here


def g():
    with 5:
        pass


def h():
    x = None
    x.attr = 5


def i():
    raise ValueError('direct')


def j():
    value = int('a') + 1
    return value


for fn in a, b, c, d, e, f, g, h, i, j:
    attempt(fn)
