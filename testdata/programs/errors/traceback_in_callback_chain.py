# Errors in lambdas, comprehensions, defaults and decorators, each with its frames.
import traceback


def attempt(f):
    try:
        f()
    except Exception:
        print(traceback.format_exc(), end='')


def deco(f):
    def inner(*a):
        return f(*a)
    return inner


@deco
def bad(x):
    return x.missing


attempt(lambda: [1 / n for n in (1, 0)])
attempt(lambda: {k: v for k, v in [(1, 2, 3)]})
attempt(lambda: bad(5))
attempt(lambda: sorted([1, 'a']))
attempt(lambda: max(x.y for x in [1]))
attempt(lambda: (1, 2)[5])
attempt(lambda: f'{undefined_name}')
