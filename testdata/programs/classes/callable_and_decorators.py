# Decorators on functions and classes, with arguments, stacked; functools.wraps.
import functools


def log(f):
    @functools.wraps(f)
    def wrapper(*args, **kw):
        print('->', f.__name__, args, kw)
        result = f(*args, **kw)
        print('<-', result)
        return result
    return wrapper


def times(n):
    def deco(f):
        return lambda *a: [f(*a) for _ in range(n)]
    return deco


class Count:
    def __init__(self, f):
        self.f, self.n = f, 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)


@log
def add(a, b=1):
    """Adds."""
    return a + b


@times(2)
@Count
def hi(x):
    return 'hi ' + x


def register(cls):
    cls.registered = True
    return cls


@register
class K:
    pass


print(add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(2), hi('you'), K.registered)
