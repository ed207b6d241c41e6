# TypeErrors of calls with the wrong arguments, as CPython words them.
def f(a, b, c=3, *, k, d=4):
    pass


def g(a, /, b):
    pass


def none():
    pass


def star(*args, **kw):
    pass


number, text, nothing = 5, 'a', None
for call in [lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, 3, 4, k=1), lambda: f(1, 2, k=1, z=2), lambda: f(1, a=2, k=1),
             lambda: g(a=1, b=2), lambda: g(1), lambda: g(), lambda: none(1), lambda: none(x=1), lambda: none(1, 2),
             lambda: f(*[1, 2, 3, 4, 5], k=1), lambda: f(**{'a': 1, 'b': 2}), lambda: star(**{1: 2}), lambda: star(*5), lambda: star(**5),
             lambda: f(1, **{'a': 1}, k=0), lambda: star(a=1, **{'a': 2}), lambda: number(), lambda: text(), lambda: nothing(), lambda: (lambda x: x)()]:
    try:
        call()
    except TypeError as e:
        print(e)
