# The first except clause that fits wins; a tuple of types; bare except; the name is unbound after.
def classify(f):
    try:
        f()
    except ZeroDivisionError as e:
        return 'zero', str(e)
    except (KeyError, IndexError) as e:
        return 'lookup', type(e).__name__, e.args
    except Exception as e:
        return 'other', repr(e)
    except:
        return 'base'


def leave():
    raise SystemExit(5)


for f in [lambda: 1 / 0, lambda: {}['k'], lambda: [][1], lambda: int('x'), leave]:
    print(classify(f))
try:
    raise ValueError('gone')
except ValueError as e:
    pass
try:
    e
except NameError as err:
    print(err)
