# global inside a nested function skips the enclosing one; nonlocal goes to the nearest.
x = 'module'


def a():
    x = 'a'

    def b():
        global x
        x = 'changed'

        def c():
            return x
        return c()

    def d():
        x = 'd'

        def e():
            nonlocal x
            x += '!'
            return x
        return e(), x
    return b(), d(), x


print(a(), x)


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n
    return step


c1, c2 = counter(), counter()
print(c1(), c1(), c2(), c1.__closure__[0].cell_contents, step.__name__ if 'step' in globals() else 'no step')
