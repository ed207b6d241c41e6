# The class body is a scope that its methods and comprehensions do not see.
x = 'global'


class C:
    x = 'class'
    y = x + '!'
    zs = [i for i in range(3)]
    if y:
        w = 'conditional'

    def get(self):
        return x

    class Inner:
        v = x


print(C.y, C.zs, C.w, C().get(), C.Inner.v, C.Inner.__qualname__, C.get.__qualname__)
try:
    class D:
        a = 1
        b = [a for _ in range(2)]
except NameError as e:
    print(e)
