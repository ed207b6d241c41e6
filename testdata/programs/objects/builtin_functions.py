# Built-in functions and the wordings of wrong calls.
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as x:
        print(type(x).__name__, x, x.args)
print(abs(-5), abs(-2.5), bin(10), oct(8), hex(255), hex(-255), chr(97), chr(0x1F600), ord("a"), ord("é"), ascii("é"), repr("a'b"), divmod(7, 2), divmod(-7, 2), pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(2, 3, mod=5), round(2.5), round(3.14159, 2), round(1234, -2), round(0.5), round(1.5), format(3.14159, ".2f"), format("a", ">5"), format(5), bool([]), bool("a"), int("42"), int("ff", 16), int(3.9), float("1.5"), str(5), str(b"a"), str(b"a", "utf8"), complex(1, 2), bytes(3), bytes("a", "utf8"), bytes([1, 2]), bytearray(b"x"))
for a in [(abs, "a"), (abs,), (bin, 1.5), (chr, -1), (chr, "a"), (chr, 0x110000), (ord, "ab"), (ord, 5), (ord, ""), (divmod, 1, 0), (divmod, "a", 1), (pow, "a", 2), (pow, 2, 3, 0), (pow, 2.0, 3, 5), (pow,), (pow, 1), (round, "a"), (round,), (round, 1.5, "a"), (format, 5, "zz"), (format, 5, 5), (int, "x"), (int, []), (int, "1", 99), (int, 1.5, 2), (float, "x"), (float, []), (len, 5), (len,), (len, 1, 2), (hash, []), (id,), (isinstance, 1), (iter,), (iter, 5, 6), (next, 5), (next, iter([])), (print, 1, 2), (repr,), (sorted, 5), (sum, 5), (type,), (type, 1, 2), (vars, 5), (zip, 1), (map, len), (filter, len), (callable,), (complex, "z"), (bytes, -1), (bytes, "a"), (bytes, [256]), (bytearray, "a"), (input, 1, 2), (setattr, 1, 2), (list, 1, 2), (tuple, 1, 2), (set, 1, 2), (bool, 1, 2), (all, 5), (any,), (min,), (min, 5), (enumerate, 1), (reversed, 1), (object, 1), (super, 1, 2, 3), (super, 5), (super, int, "a"), (property, 1, 2, 3, 4, 5), (classmethod,), (staticmethod,), (staticmethod, 1, 2), (slice,), (range,), (frozenset, 5), (dict, 5), (hex, "a"), (oct, None), (ascii,), (getattr, 1), (aiter, 5), (anext, 5), (globals, 1), (locals, 1), (dir, 1, 2)]:
    show(*a)
show(print, 1, 2, sep=", ", end="!\n"); show(print, 1, sep=5); show(print, 1, end=5); show(print, 1, bad=5); show(print, 1, file=5); show(print); print(1, None, sep=None); print("a", "b", sep="", end=""); print()
show(sorted, [1], key=5); show(len, x=1); show(abs, x=1); show(min, 1, key=5); show(max, [1], bad=2); show(isinstance, 1, cls=int); show(sum, [1], 2, 3); show(round, number=2.567, ndigits=1); show(enumerate, [1], start="a"); show(int, x=5); show(str, object=5); show(pow, base=2, exp=3); show(sum, [1], start=2, bad=3); show(zip, [1], bad=1); show(dict, [], []); show(range, stop=5); show(getattr, 1, name="a"); show(print, sep=1)
print(type(1), type("a"), type(1.0), type(None), type(len), type(lambda: 1), type([].append), type(int), type(type), type(print), type(int.real), type(str.upper), type(int.__add__), type((1).__add__), type(object()), type(range(1)), type(Exception()), type(...), type(b""), type({}.keys()), type(iter([])), type((x for x in [])))
print(len, print, [].append.__name__, len.__name__, str.upper, "".upper.__name__, int.__add__, [].append.__self__, len.__module__, len.__qualname__, str.upper.__qualname__, "".join.__qualname__)
print(iter(lambda: 1, 1).__next__ if 0 else list(iter(iter([1, 2, 3, 0, 5]).__next__, 0)))
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash(0), hash(2**61), hash(float("inf")), hash(-0.0), hash(1e20), hash(1+2j) == hash(1+2j))
print(isinstance(True, int), True + True, True == 1, int(True), str(True), repr(False), True & False, True | False, True ^ True, not True)
print(sum([True, 2]), max("b", "a"), min((1, "a"), (1, "b")), sorted([True, 0, 5]), list(map(str, [1, 2])), list(zip()), list(zip([1, 2, 3], "ab")))
g = globals(); g["dynamic"] = 5; print(dynamic, "g" in globals(), locals() is globals())
def fn(a, b=2):
    c = 3
    return sorted(locals().items()), sorted(vars()), dir()
print(fn(1))
print(__name__, __import__ is not None, __debug__)
show(eval, "1") if 0 else None
print(callable(5), id(5) == id(5), id(None) == id(None))
x = [1]; y = x; print(id(x) == id(y), id(x) == id([1]), x is y)
print(slice(1, 2, 3), slice(1).stop, Ellipsis, NotImplemented)
print("%s %r %d" % ("a", "b", 3), "{} {x!r:>5}".format(1, x="a"), f"{5:>3}|{'a':^5}|{3.14159:.2f}|{1000000:,}|{True}|{None}|{[1]}")
show(format, [], "x"); show(format, None, "5"); show(lambda: f"{object():x}"); show(lambda: "{}".format()); show(lambda: "{a}".format()); 
def f(a, b, /, c, *, d, e=1): pass
for a, k in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3, 4), {"d": 1}), ((1, 2, 3, 4), {}), ((1, 2), {"c": 1, "d": 2, "z": 3}), ((1, 2, 3), {"c": 4, "d": 1}), ((1,), {"b": 2, "c": 1, "d": 1}), ((1, 2, 3), {"d": 1, "dd": 2}), ((1, 2), {"c": 1, "d": 2, "a": 5})]:
    show(f, *a, **k)
def f1(a): pass
def f2(a, b=1): pass
def f0(): pass
def f3(a, b, c): pass
def f4(*, k): pass
def f5(alpha, beta=2): pass
show(f1, 1, 2); show(f2, 1, 2, 3); show(f0, 1); show(f3); show(f3, 1); show(f2); show(f4, 1); show(f4); show(f4, 1, k=2); show(f5, 1, betta=3); show(f5, 1, alpha=2); show(f0, x=1); show(f5, bet=1)
