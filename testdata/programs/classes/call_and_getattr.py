# __call__, __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, 'target', target)

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return f'{self.target}.{name}'

    def __setattr__(self, name, value):
        print('set', name, value)

    def __delattr__(self, name):
        print('del', name)

    def __call__(self, *args, **kw):
        return args, kw


p = Proxy('t')
print(p.anything, p.target, p(1, a=2), hasattr(p, '_x'), callable(p))
p.x = 5
del p.x
print(p.x)


class Loud:
    x = 1

    def __getattribute__(self, name):
        print('get', name)
        return super().__getattribute__(name)


print(Loud().x)
