# generators as coroutines: send, throw, close, yield from
import types
from collections.abc import Generator


def averager():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        if x is None: break
        total += x; n += 1; avg = total / n
    return n, avg


def grouper(results, key):
    while True: results[key] = yield from averager()


def coroutine(fn):
    def start(*a):
        g = fn(*a); next(g); return g
    return start


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line: target.send(line)
    except GeneratorExit: print("grep closing"); target.close()


@coroutine
def printer():
    try:
        while True: print("|", (yield))
    finally: print("printer closed")


res = {}
for k, vs in {"a": [1, 2, 3], "b": [10]}.items():
    g = grouper(res, k); next(g)
    for v in vs: g.send(v)
    g.send(None)
print(res)
p = grep("py", printer()); p.send("python"); p.send("java"); p.send("pypy"); p.close()
g = averager()
try: g.send(1)
except TypeError as e: print(e)
next(g); g.send(5)
try: g.send(None)
except StopIteration as e: print(e.value, repr(e))
try: next(g)
except StopIteration as e: print(e.value)
def inner():
    try: yield 1
    except ValueError as e: print("inner caught", e); yield "recovered"
    return "inner result"
def outer():
    r = yield from inner(); print("r =", r)
    yield from [10, 20]
o = outer(); print(next(o), o.throw(ValueError("oops")), list(o))
def bad():
    yield 1
    raise StopIteration(3)
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def flatten(x):
    for i in x: yield from (flatten(i) if isinstance(i, (list, tuple)) else [i])
print(list(flatten([1, [2, (3, [4]), []], 5])), sum(x * x for x in range(4)), (x for x in ()).__name__, g, g.gi_frame, isinstance(g, Generator))
def stubborn():
    while True:
        try: yield
        except GeneratorExit: pass
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)
def gen_with_return():
    x = yield 1; print("x", x)
    return 5
def deleg():
    v = yield from gen_with_return(); return v * 2
d = deleg(); next(d)
try: d.send("hey")
except StopIteration as e: print("value", e.value)
try: d2 = deleg(); next(d2); d2.throw(KeyError, "old style")
except KeyError as e: print(repr(e))
def reentrant():
    yield next(me)
me = reentrant()
next(me)
