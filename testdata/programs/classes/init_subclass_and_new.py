# __init_subclass__ with arguments, __new__, singletons and immutable subclasses.
class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__] = cls


class A(Plugin):
    pass


class B(Plugin, key='bee'):
    pass


print({k: v.__name__ for k, v in Plugin.registry.items()})


class Single:
    one = None

    def __new__(cls, *args):
        if cls.one is None:
            cls.one = super().__new__(cls)
        return cls.one

    def __init__(self, n):
        self.n = n


print(Single(1) is Single(2), Single.one.n)


class Celsius(float):
    def __new__(cls, value):
        return super().__new__(cls, round(value, 1))

    def __repr__(self):
        return f'{float(self)}°C'


print(Celsius(36.66), Celsius(1) + 1, [Celsius(2)])
try:
    object(5)
except TypeError as e:
    print(e)
try:
    A(1)
except TypeError as e:
    print(e)
