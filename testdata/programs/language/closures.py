# Closures see the variable, not its value at definition; a default argument takes the value.
def make():
    count = 0

    def add(n=1):
        nonlocal count
        count += n
        return count
    return add


f, g = make(), make()
print(f(), f(5), g())
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([h() for h in late], [h() for h in early])


def outer():
    x = 'outer'

    def middle():
        def inner():
            nonlocal x
            x = 'inner'
        inner()
        return x
    return middle(), x


print(outer())
