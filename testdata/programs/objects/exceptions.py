# Exceptions: attributes, repr and str, chaining, groups, recursion.
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as x:
        print(type(x).__name__, x, x.args)
for c in [Exception, ValueError, KeyError, OSError, StopIteration, SystemExit, AttributeError, NameError, ImportError, AssertionError, KeyboardInterrupt, UnicodeDecodeError, TimeoutError, BaseException]:
    print(c, c.__mro__, c.__base__)
    for a in [(), (1,), ("a",), (1, 2), (1, 2, 3), (2, "msg"), (2, "msg", "file"), (110, "t"), (2, "m", "f", None, "g"), ("utf-8", b"\xff", 0, 1, "bad")]:
        try:
            x = c(*a); print(repr(x), str(x), x.args, type(x).__name__)
        except Exception as q: print("ERR", type(q).__name__, q)
show(ValueError, x=1); show(KeyError, x=1); print(repr(KeyError("k")), str(KeyError("k")), KeyError("a", "b"))
x = OSError(2, "no", "f.txt"); print(x.errno, x.strerror, x.filename, x.filename2, type(x), x)
print(OSError(99999, "w"), FileNotFoundError("x").errno, OSError("a").errno)
s = StopIteration(5); print(s.value, StopIteration().value); print(SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
a = AttributeError("m", name="n", obj=5); print(a.name, a.obj, AttributeError().name); show(AttributeError, foo=1)
n = NameError("m", name="q"); print(n.name); i = ImportError("m", name="nn", path="pp"); print(i.name, i.path, i.msg, i); show(ImportError, bad=1)
try: undefined_name
except NameError as q: print(q, q.name)
try: (5).foo
except AttributeError as q: print(q, q.name, q.obj)
try: {}["k"]
except KeyError as q: print(q, repr(q))
v = ValueError("x"); v.custom = 5; print(v.custom, v.__dict__, v.__cause__, v.__context__, v.__traceback__, v.__suppress_context__)
v.add_note("n1"); v.add_note("n2"); print(v.__notes__); show(v.add_note, 5); 
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError("inner") from z
except ValueError as q: print(repr(q.__cause__), repr(q.__context__), q.__suppress_context__, q.__traceback__.tb_lineno, q.__traceback__ is not None)
def f():
    try: raise KeyError(1)
    except KeyError: raise TypeError("t")
try: f()
except TypeError as q: print(repr(q.__context__), q.__cause__, q.__traceback__.tb_next.tb_lineno)
def setc(): v.__cause__ = 5
def sett(): v.__traceback__ = 5
def setx(): v.__context__ = 5
def seta(): v.args = 5
show(setc); show(sett); show(setx); show(seta); v.args = (7, 8); print(v, repr(v)); v.__cause__ = None; print(v.__suppress_context__)
print(v.with_traceback(None) is v); show(v.with_traceback, 5)
def r(x): raise x
show(r, 5); show(r, int); show(r, ValueError); show(r, None)
def rf(x, y): raise x from y
show(rf, ValueError("a"), 5); show(rf, ValueError("a"), None)
g = ExceptionGroup("msg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError(2)])])
print(g, repr(g), g.message, g.exceptions, g.args)
print(g.split(ValueError)); print(g.subgroup(KeyError), repr(g.subgroup(KeyError))); print(g.subgroup(OSError), g.split(OSError)[1] is None); print(g.split(lambda x: isinstance(x, TypeError))); print(g.subgroup((ValueError, KeyError))); print(g.split(ExceptionGroup))
show(ExceptionGroup); show(ExceptionGroup, "a"); show(ExceptionGroup, 5, [ValueError()]); show(ExceptionGroup, "a", []); show(ExceptionGroup, "a", 5); show(ExceptionGroup, "a", [5]); show(ExceptionGroup, "a", [KeyboardInterrupt()]); show(g.split, 5); show(g.subgroup, int)
b = BaseExceptionGroup("b", [KeyboardInterrupt()]); print(type(b), repr(b)); print(type(BaseExceptionGroup("b", [ValueError()])), ExceptionGroup.__mro__)
class MG(ExceptionGroup):
    def derive(self, ex): return MG(self.message + "!", ex)
mg = MG("m", [ValueError(1), TypeError(2)]); mg.add_note("note"); m, rr = mg.split(ValueError); print(repr(m), repr(rr), m.__notes__, type(m))
try:
    raise g
except* ValueError as eg: print("VE", repr(eg))
except* (TypeError, KeyError) as eg: print("TK", repr(eg))
try:
    try: raise g
    except* TypeError: print("te")
except ExceptionGroup as left: print(repr(left))
print(UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "invalid start byte"), UnicodeEncodeError("ascii", "h\xe9", 1, 2, "ordinal"), UnicodeDecodeError("utf-8", b"ab", 0, 2, "r"))
try: "é".encode("ascii")
except UnicodeEncodeError as q: print(q, q.start, q.end, q.reason, q.encoding)
try: b"\xff".decode()
except UnicodeDecodeError as q: print(q, q.args)
print(SyntaxError("m", ("f.py", 3, 4, "txt")), SyntaxError("m").lineno, SyntaxError("m", ("f.py", 3, 4, "txt")).text)
class E2(ValueError):
    def __init__(self, code): self.code = code
x = E2(5); print(x, repr(x), x.args, x.code)
class E3(Exception):
    def __init__(self, msg, *, extra=None): super().__init__(msg); self.extra = extra
x = E3("hi", extra=2); print(x, repr(x), x.extra)
print(issubclass(TimeoutError, OSError), issubclass(ModuleNotFoundError, ImportError), IOError is OSError, EnvironmentError is OSError)
assert_err = None
try: assert 1 == 2, "msg"
except AssertionError as q: print(repr(q))
try: assert 0
except AssertionError as q: print(repr(q))
print(hash(v) == hash(v), v == v, v != ValueError(7, 8), {v: 1}[v])
class E4(KeyError, AttributeError): pass
print(repr(E4("z")), E4("z"))
try:
    raise E3("cls", extra=1)
except (E2, E3) as q: print(type(q))
def gen():
    yield 1
    return 7
it = gen(); next(it)
try: next(it)
except StopIteration as q: print(q.value, q.args)
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as q: print(q)
l = []
for _ in range(100000): l = [l]
try: repr(l)
except RecursionError as q: print(q)
try: l == l.copy() ; a = []; b = []
except RecursionError as q: print(q)
a = []; b = []; a.append(b); b.append(a)
try: a == b
except RecursionError as q: print(q)
