# Reading a local before it is bound, and a free variable before it is bound.
x = 1


def f():
    print(x)
    x = 2


try:
    f()
except UnboundLocalError as e:
    print(type(e).__name__, e)


def g():
    def h():
        return later
    try:
        h()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return h()


print(g())


def k():
    y = 1
    del y
    return y


try:
    k()
except UnboundLocalError as e:
    print(e)
