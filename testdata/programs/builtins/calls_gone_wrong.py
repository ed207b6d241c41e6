# scopes of comprehensions and closures; a wrong call of each built-in
x = 10
print([x for x in range(3)], x, {x: x ** 2 for x in range(3)}, {x % 2 for x in range(5)}, (x for x in range(2)), sum(x for x in range(4)), [(i, j) for i in range(3) for j in range(i) if (i + j) % 2], [[c for c in r] for r in ("ab", "cd")], [y for y in (lambda: [1, 2])()], [*(i for i in (1, 2)), *[3]])
class C:
    n = 3; lst = [n for _ in range(2)] if True else 0
    try: bad = [n * i for i in range(n)]
    except NameError as e: print(e)
    gen = list(i for i in range(n))
    def f(self): return [self.n for _ in "ab"]
print(C.lst, C.gen, C().f(), getattr(C, "bad", None))
def f():
    fs = [lambda: i for i in range(3)]; return [g() for g in fs], [(lambda i=i: i)() for i in range(3)]
print(f(), [a := 1, a + 1], a, [b for b in range(5) if (c := b) > 2], c)
def walrus():
    if (m := max([1, 5, 2])) > 3 and (n := m * 2): return m, n
print(walrus(), [last := w for w in "abc"], last)
def outer():
    v = 1
    def mid():
        nonlocal v; v += 1
        def inner(): nonlocal v; v *= 10; return v
        return inner
    i = mid(); r = i(); return r, v, i.__closure__[0].cell_contents, i.__code__.co_freevars
print(outer())
g = 0
def inc():
    global g, newg; g += 1; newg = "new"
inc(); inc(); print(g, newg)
def defaults(a, b=[], *, c={}, **k): b.append(a); c[a] = len(c); return b, c, k
print(defaults(1), defaults(2, d=3), defaults(3, [9], c={}))
def posonly(a, /, b, *, c): return a, b, c
for bad in (lambda: posonly(a=1, b=2, c=3), lambda: posonly(1, 2, 3), lambda: posonly(1, 2), lambda: posonly(1, c=2), lambda: posonly(1, 2, c=3, d=4), lambda: posonly(*[1, 2, 3, 4]), lambda: posonly(1, b=2, **{"b": 3, "c": 4}), lambda: (lambda: 0)(1), lambda: defaults(), lambda: f(1), lambda: C(1), lambda: C.f(), lambda: print(foo=1), lambda: [].append(), lambda: {}.update(1), lambda: dict(1), lambda: dict([1]), lambda: list(1), lambda: set(1), lambda: tuple(1), lambda: int(a=1), lambda: sorted(1), lambda: isinstance(1, "a"), lambda: issubclass(1, int), lambda: getattr(1), lambda: setattr(1, "a", 2), lambda: type(), lambda: type("A", 1, {}), lambda: super().x, lambda: open(), lambda: input(1, 2), lambda: iter(1), lambda: next(1), lambda: hash([]), lambda: {[]: 1}, lambda: {{}}, lambda: len(), lambda: range(), lambda: zip(1), lambda: map(1), lambda: enumerate(), lambda: sum(), lambda: round(), lambda: ord(), lambda: callable(), lambda: vars(1), lambda: dir(1, 2), lambda: __import__("nope"), lambda: object(1), lambda: slice(), lambda: property(1, 2, 3, 4, 5), lambda: staticmethod(), lambda: memoryview(1), lambda: bytes(-1), lambda: bytearray("a"), lambda: frozenset(1), lambda: complex([]), lambda: bool(1, 2), lambda: str(1, 2), lambda: float(1, 2), lambda: format(1, 2), lambda: id(), lambda: pow(1), lambda: reversed(1), lambda: any(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
del x
try: x
except NameError as e: print(e)
if False: never = 1
try: never
except NameError as e: print(e)
for i in []: pass
try: i
except NameError as e: print(e)
def ubl():
    print(y)
    y = 1
ubl()
