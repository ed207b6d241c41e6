# The full grammar of parameters and arguments; wrong calls in CPython's words.
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, x=7), f(1, d=4, a=9, b=8), f(*[1, 2], **{'d': 3, 'z': 1}), f(1, *[2], *[3, 4], d=1, **{'q': 1}, **{'r': 2}))
def g(a, b): pass
def h(*, k): pass
def i(a, /): pass
def j(): pass
def k(a, b=1, *c): pass
class C:
    def m(self, x): pass
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x): pass
    def __init__(self, v=1): pass
    def __call__(self, z): pass
def gen(a): yield
async def co(a): pass
lam = lambda a, b: 0
for fn in (lambda: g(), lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, c=2), lambda: g(1, a=2), lambda: h(), lambda: h(1), lambda: h(1, k=2), lambda: i(a=1), lambda: j(1), lambda: j(x=1), lambda: k(), lambda: C().m(), lambda: C().m(1, 2), lambda: C.m(), lambda: C.cm(), lambda: C.sm(), lambda: C(1, 2), lambda: C(w=1), lambda: C()(), lambda: gen(), lambda: co(), lambda: lam(1), lambda: g(*5), lambda: g(**5), lambda: g(**{1: 2}), lambda: g(1, **{'a': 2}), lambda: g(b=1, **{'b': 2}), lambda: 5(), lambda: None(), lambda: 'a'(), lambda: f(), lambda: f(d=1), lambda: f(1), lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: print(1, foo=2), lambda: int(1, 2, 3), lambda: object(1), lambda: type('a', 'b'), lambda: isinstance(1), lambda: isinstance(1, 'a'), lambda: issubclass(1, int), lambda: sorted(), lambda: sorted([1], 2), lambda: max(), lambda: max(1), lambda: enumerate(), lambda: range(), lambda: range(1, 2, 3, 4), lambda: getattr(1), lambda: setattr(1, 'a', 2), lambda: abs(), lambda: sum(), lambda: sum(1, 2, 3), lambda: zip(1), lambda: map(), lambda: map(1), lambda: filter(None), lambda: dict(1, 2), lambda: list(1, 2), lambda: str(1, 2, 3, 4), lambda: super().x, lambda: round(), lambda: divmod(1), lambda: next(5), lambda: iter(5), lambda: iter(1, 2), lambda: hash([]), lambda: input(1, 2), lambda: vars(5), lambda: dir(1, 2), lambda: bytes('a'), lambda: bytes(-1), lambda: bytes([300]), lambda: bytearray('x'), lambda: ord(5), lambda: chr('a'), lambda: pow(), lambda: callable(), lambda: id(), lambda: type(), lambda: property(1, 2, 3, 4, 5), lambda: slice(), lambda: reversed(5), lambda: reversed({1}), lambda: format(1, 2), lambda: all(5), lambda: any(), lambda: bin('a'), lambda: print(sep=1), lambda: print(end=b''), lambda: complex('a'), lambda: frozenset(1, 2), lambda: Exception(x=1), lambda: KeyError().foo, lambda: ValueError.nope, lambda: super(1, 2), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: object.__new__(), lambda: object.__new__(int), lambda: int.__new__(str), lambda: type.__call__(), lambda: str.join(), lambda: str.join(1, 2), lambda: [].append(), lambda: {}.get(), lambda: list.append([], 1, 2)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
inn = outer(); print(inn(), inn(), inn.__closure__[0].cell_contents, inn.__code__.co_freevars, outer.__code__.co_varnames, f.__defaults__, f.__kwdefaults__)
def mutable(a, l=[]): l.append(a); return l
print(mutable(1), mutable(2)); fs = [lambda: n for n in range(3)]; print([q() for q in fs], [q() for q in [lambda n=n: n for n in range(3)]])
def ubl():
    print(zz); zz = 1
def dele():
    q = 1; del q; q
for fn in (ubl, dele):
    try: fn()
    except UnboundLocalError as e: print(e)
try: nonexist
except NameError as e: print(e)
