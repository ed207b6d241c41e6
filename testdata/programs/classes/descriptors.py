# Data and non-data descriptors, __set_name__, precedence over the instance.
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = '_' + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, None)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name[1:]} must be {self.kind.__name__}')
        setattr(obj, self.name, value)


class Lazy:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        print('computing')
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class C:
    n = Typed(int)
    s = Typed(str)

    @Lazy
    def total(self):
        return 42


c = C()
c.n, c.s = 1, 'x'
print(c.n, c.s, c.__dict__, type(C.n).__name__)
try:
    c.n = 'no'
except TypeError as e:
    print(e)
print(c.total, c.total)
