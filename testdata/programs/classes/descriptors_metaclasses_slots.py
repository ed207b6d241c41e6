# Descriptors, __set_name__, __slots__, __init_subclass__, metaclasses together.
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = '_' + name; print('set_name', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, None)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f'{self.name[1:]} must be {self.kind.__name__}')
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name)
class Point:
    x = Typed(int)
    y = Typed(int)
    def __init__(self, x, y): self.x, self.y = x, y
p = Point(1, 2)
print(p.x, p.y, p.__dict__, type(Point.x).__name__)
try: p.x = 'a'
except TypeError as e: print(e)
del p.x
print(p.x)
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.registry = getattr(cls, 'registry', []) + [name]
    @classmethod
    def __prepare__(mcls, name, bases, **kw): print('prepare', name); return {}
    def __call__(cls, *a, **k): print('call', cls.__name__); return super().__call__(*a, **k)
    def __len__(cls): return len(cls.registry)
    def __iter__(cls): return iter(cls.registry)
    def __contains__(cls, x): return x in cls.registry
    def __getitem__(cls, i): return cls.registry[i]
    def __instancecheck__(cls, o): return hasattr(o, 'quack') or super().__instancecheck__(o)
class A(metaclass=Meta, tag=1):
    attr = 5
class B(A): pass
print(len(B), list(B), 'A' in B, B[0], A(), isinstance(B(), A)) if False else print(len(B), list(B), 'A' in B, B[0])
A()
class Duck: quack = 1
print(isinstance(Duck(), A), isinstance(3, A))
class Base:
    subs = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Base.subs[key or cls.__name__] = cls.__name__
class S1(Base, key='one'): pass
class S2(Base): pass
print(Base.subs)
class Slot:
    __slots__ = ('a', '__weakref__')
    def __init__(self): self.a = 1
class Slot2(Slot):
    __slots__ = ['b']
s = Slot2(); s.b = 2
print(s.a, s.b, Slot.__slots__, Slot2.__slots__, hasattr(s, '__dict__'))
for f in (lambda: setattr(s, 'c', 1), lambda: s.zzz, lambda: delattr(Slot(), 'q')):
    try: f()
    except AttributeError as e: print(e)
del s.a
try: s.a
except AttributeError as e: print(e)
class D:
    def __getattr__(self, n):
        if n.startswith('dyn'): return n.upper()
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
    def __delattr__(self, n): print('del', n); super().__delattr__(n)
    def __dir__(self): return ['z', 'a']
d = D(); d.v = 4
print(d.v, d.dynamic, dir(d)); del d.v
try: d.other
except AttributeError as e: print(e)
class G:
    def __getattribute__(self, n):
        if n == 'secret': return 42
        return object.__getattribute__(self, n)
print(G().secret)
class P:
    def __init__(self): self._t = 0
    @property
    def t(self):
        "doc t"
        return self._t
    @t.setter
    def t(self, v): self._t = v
    @t.deleter
    def t(self): self._t = None
    ro = property(lambda self: 1)
o = P(); o.t = 5; print(o.t, P.t.__doc__, P.t.fget.__name__); del o.t; print(o.t)
for f in (lambda: setattr(o, 'ro', 2), lambda: delattr(o, 'ro')):
    try: f()
    except AttributeError as e: print(e)
