# Rarer corners of classes: __slots__, layout conflicts, patched classes, odd special methods.
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as x:
        print(type(x).__name__, x)
class A: __slots__ = ("a",)
class B(A): __slots__ = ("b",)
class C(B): pass
class D: __slots__ = ("d",)
c = C(); c.a = 1; c.b = 2; c.z = 3; print(c.__dict__, c.a, c.b)
show(lambda: type("X", (A, D), {})); print(type("X", (B, A), {})); 
class E0: __slots__ = ()
class F(A, E0): __slots__ = ()
f = F(); f.a = 1
show(lambda: setattr(f, "q", 1)); show(lambda: type("Y", (), {"__slots__": 5})); show(lambda: type("Y", (), {"__slots__": [5]})); show(lambda: type("Y", (), {"__slots__": ["a b"]})); show(lambda: type("Y", (), {"__slots__": ["a"], "a": 1}))
class W: __slots__ = ("x", "__dict__")
w = W(); w.x = 1; w.y = 2; print(w.__dict__, w.x)
class Priv: __slots__ = ("__p",)
p = Priv(); show(lambda: p.__p)
print({1: []}.items() >= {(1, 2)}, {1: [1]}.items() == {1: [1]}.items(), {1: 2}.items() != {(1, 2)}, {1:1}.keys() < {1, 2}, {1:1}.keys() > set())
# class edge cases
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
show(lambda: type("Z", (X1, X2), {}))
def mk():
    class Q(5): pass
show(mk)
def mk2():
    class Q(len): pass
show(mk2)
def mk3():
    class Q(int, metaclass=5): pass
show(mk3)
class BadSN:
    def __set_name__(self, o, n): raise ValueError("sn")
def mk4():
    class Q: x = BadSN()
try: mk4()
except ValueError as q: print(q, q.__notes__)
class Cnt:
    n = 0
    def __init__(self): type(self).n += 1
Cnt(); Cnt(); print(Cnt.n)
class Old: pass
class New:
    def hi(self): return "hi"
o = Old(); o.__class__ = New; print(o.hi(), type(o).__name__)
def st(): o.__class__ = 5
show(st)
Old.late = lambda self: "late"; print(Old().late()); Old.__len__ = lambda self: 7; print(len(Old())); del Old.__len__; show(len, Old())
Old.__name__ = "Renamed"; print(Old.__name__, Old)
class Sub(Old): pass
Old.__str__ = lambda s: "patched"; print(str(Sub()), Old.__subclasses__(), Sub.mro())
print(type.__name__, type(type), type.mro(int), int.__subclasses__() is not None, object.__bases__, type.__bases__)
print(super(Sub, Sub()).__str__(), super(Sub, Sub).__name__ if 0 else "", super(Sub, Sub()))
show(lambda: super(Sub, 5)); show(lambda: super(5)); 
class P:
    @property
    def bad(self): raise AttributeError("inner")
    def __getattr__(self, n): return "fallback:" + n
print(P().bad, P().x)
class Q2:
    @property
    def bad(self): return self.missing
show(lambda: Q2().bad)
print(hasattr(Q2(), "bad"), getattr(Q2(), "bad", "dflt"))
class CM:
    @classmethod
    @property
    def x(cls): return 5
class Call:
    __call__ = lambda self, x: x + 1
print(Call()(1), callable(Call()))
class NC: pass
n = NC(); n.__call__ = lambda: 1; show(lambda: n()); n.__len__ = lambda: 5; show(lambda: len(n))
class Multi:
    def __init__(self): self.a = 1
    def __delattr__(self, n): print("del", n)
m = Multi(); del m.a; print(m.a)
class Itr:
    def __getitem__(self, i):
        if i < 3: return i
        raise IndexError
print(list(Itr()), 2 in Itr(), 5 in Itr())
class NoneIter: __iter__ = None
show(lambda: list(NoneIter())); show(lambda: 5 in NoneIter())
class NC2: __contains__ = None
show(lambda: 5 in NC2())
class LenHint:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return 10
print(list(LenHint()))
class Idx:
    def __index__(self): return 2
print([1, 2, 3][Idx()], [1] * Idx(), range(Idx()), "ab" * Idx(), hex(Idx()), [1, 2, 3][:Idx()], int(Idx()), chr(Idx()) == "\x02")
class Cmp2:
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return "gt!"
print(5 < Cmp2(), Cmp2() > 5); show(lambda: Cmp2() < 5)
class EqRaise:
    def __eq__(self, o): raise ValueError("eq")
    def __hash__(self): return 1
show(lambda: EqRaise() in [1]); show(lambda: [EqRaise()].index(5)); show(lambda: {EqRaise(): 1, EqRaise(): 2}); x = EqRaise(); print(x in [x], [x] == [x], [x].index(x), {x: 1}[x])
class Add:
    def __add__(self, o): return NotImplemented
    def __iadd__(self, o): return NotImplemented
def ia():
    a = Add(); a += 1
show(ia); show(lambda: Add() + 1); show(lambda: 1 + Add())
def ib(op):
    a = 5
    if op == "-": a -= "x"
    if op == "**": a **= "x"
    if op == "//": a //= "x"
    if op == ">>": a >>= "x"
    if op == "@": a @= "x"
    if op == "+": a += "x"
for op in "- ** // >> @ +".split(): show(ib, op)
for fn in [lambda: 5 - "x", lambda: 5 ** "x", lambda: 5 // "x", lambda: 5 >> "x", lambda: 5 @ "x", lambda: 5 & "x", lambda: divmod(5, "x"), lambda: print >> 5, lambda: {} | 5, lambda: [] < {}, lambda: 1 < "a", lambda: None < None, lambda: 1j < 2, lambda: {1} < [1], lambda: not_defined, lambda: [].append(), lambda: "".join(5), lambda: "".join([5]), lambda: "a".split(5), lambda: "".foo(), lambda: [1,2,3].sort(5), lambda: {}.get(), lambda: {}.update(5), lambda: {}.update([5]), lambda: (1, 2).count(), lambda: {1}.add(), lambda: {1}.union(5), lambda: dict.fromkeys(), lambda: dict.fromkeys(5), lambda: [].__getitem__(5), lambda: [].__getitem__("a"), lambda: {}.__getitem__("a"), lambda: [1].__contains__(1), lambda: (5).__add__("a"), lambda: (5).__lt__(6), lambda: (5).__eq__("a"), lambda: "a".__add__(5), lambda: [].__add__(5), lambda: [].__len__(), lambda: [].__iter__().__next__(), lambda: (5).__bool__(), lambda: (5).__hash__(), lambda: (5).__repr__(), lambda: "a".__str__(), lambda: "x".__format__(">3"), lambda: (5).__class__, lambda: None.__class__, lambda: object().__eq__(5), lambda: object.__eq__(1, 1), lambda: type.__call__(int, "5"), lambda: int.__call__("7") , lambda: (lambda: 1).__call__(), lambda: [].__init__(5), lambda: [3].__setitem__(0, 1), lambda: [3].__delitem__(0), lambda: {}.__setitem__([], 1), lambda: (5).__rsub__(7), lambda: (5).__pow__(2, 3), lambda: [1].__iadd__([2]), lambda: [1].__imul__(2), lambda: {1: 2}.__ior__({3: 4}), lambda: {1}.__or__({2}), lambda: {1}.__ror__({2}), lambda: {1}.__rsub__({2, 1}), lambda: [1].__mul__(2), lambda: [1].__rmul__(2), lambda: "ab".__mod__(()), lambda: [1].__reversed__().__next__(), lambda: [1].__eq__([1]), lambda: [1].__ne__([1]), lambda: "a".__getattribute__("upper")(), lambda: (5).__index__(), lambda: (5).__int__(), lambda: (5).__float__(), lambda: (5.5).__round__(), lambda: [].__sizeof__() > 0, lambda: [].__dir__() is not None, lambda: [].__setattr__("a", 1), lambda: [].__class_getitem__(int), lambda: True.__and__(False), lambda: (5).real, lambda: Exception("a").__str__(), lambda: Exception("a").__repr__(), lambda: ValueError.__name__]:
    show(fn)
