# A metaclass: __new__, __call__, __prepare__ absent, class attributes counted.
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.fields = [k for k in ns if not k.startswith('__')]
        return cls

    def __call__(cls, *args):
        print('creating', cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return len(cls.fields)


class Model(metaclass=Meta):
    a = 1
    b = 2

    def save(self):
        return 'saved'


class Sub(Model):
    c = 3


print(Model.fields, Sub.fields, len(Sub), Sub().save(), type(Sub).__name__, isinstance(Sub, Meta))
T = type('T', (Model,), {'x': 5})
print(T.x, T.__name__, T.fields, T.__mro__[1].__name__)
