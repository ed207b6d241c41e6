# Exceptions inside generators, StopIteration turned into RuntimeError, re-entry.
def bad():
    yield 1
    raise ValueError('inside')


g = bad()
try:
    for x in g:
        print(x)
except ValueError as e:
    print(e, list(g))


def stops():
    yield 1
    raise StopIteration('no')


try:
    list(stops())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as e:
    print(e)
try:
    bad().throw('text')
except TypeError as e:
    print(e)
