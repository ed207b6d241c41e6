# __context__ is set on raise, cycles are avoided, __suppress_context__ by from.
def chain(e):
    out = []
    while e is not None:
        out.append(repr(e))
        e = e.__cause__ or e.__context__
    return out


try:
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
    except TypeError:
        raise KeyError(3) from None
except KeyError as e:
    print(chain(e), e.__suppress_context__, e.__cause__)
first = ValueError('first')
try:
    try:
        raise first
    except ValueError:
        try:
            raise TypeError('second')
        except TypeError:
            raise first
except ValueError as e:
    print(chain(e))


def gen():
    try:
        yield 1
    finally:
        raise OSError('in generator')


g = gen()
next(g)
try:
    g.throw(ValueError('thrown in'))
except OSError as e:
    print(chain(e))
