# sys.exception() semantics through bare raise and __context__, across generators.
def gen():
    try:
        yield 1
        raise KeyError('in gen')
    except KeyError:
        yield 2
        try:
            raise
        except KeyError as e:
            print('gen reraised', repr(e), repr(e.__context__))
        yield 3


g = gen()
print(next(g))
try:
    raise ValueError('outer')
except ValueError:
    print(next(g))
    try:
        raise
    except ValueError as e:
        print('outer intact', repr(e))
print(next(g))
try:
    raise
except RuntimeError as e:
    print(e)


def ctx():
    yield
    raise IndexError('from gen')


g = ctx()
next(g)
try:
    try:
        raise OSError('being handled')
    except OSError:
        next(g)
except IndexError as e:
    print(repr(e), repr(e.__context__))


def f():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][1]
        except IndexError as inner:
            return inner
        finally:
            print('finally')


e = f()
print(repr(e), repr(e.__context__), repr(e.__context__.__context__))


def in_finally():
    try:
        raise ValueError('lost')
    finally:
        return 'returned'


print(in_finally())
for i in range(3):
    try:
        if i == 1:
            continue
        if i == 2:
            break
        raise TypeError(i)
    except TypeError as e:
        print('handled', e)
    finally:
        print('finally', i)
try:
    e
except NameError as x:
    print(x)
a, b = ValueError('a'), ValueError('b')
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    try:
        raise a
    except ValueError as e:
        print(e.__context__, e.__context__.__context__)
