# Generators: send, throw, close, return values, yield from delegation, errors, repr, attributes.
def acc():
    total = 0
    while True:
        try: x = yield total
        except ValueError as e: print('caught', e); x = 100
        if x is None: return total
        total += x
a = acc(); print(next(a), a.send(5), a.throw(ValueError('v')), a.send(1))
try: a.send(None)
except StopIteration as e: print('value', e.value)
print(list(a), a.gi_frame, a.gi_running, a.gi_suspended)
def sub():
    r = yield 1
    print('sub got', r)
    try: yield 2
    finally: print('sub closed')
    return 'ret'
def main():
    v = yield from sub()
    print('v', v)
    yield from [10, 20]
    return 'done'
m = main(); print(next(m), m.send('hi'), next(m), next(m), m.gi_yieldfrom)
try: next(m); next(m)
except StopIteration as e: print(e.value)
m = main(); next(m); next(m); m.close()
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def raises(): yield 1; raise KeyError('k')
r = raises(); next(r)
try: next(r)
except KeyError as e: print(repr(e))
print(next(r, 'end'))
def stop(): yield; raise StopIteration('x')
s = stop(); next(s)
try: next(s)
except RuntimeError as e: print(e, repr(e.__cause__))
try: acc().send(1)
except TypeError as e: print(e)
def selfish(): yield next(me)
me = selfish()
try: next(me)
except ValueError as e: print(e)
g = (i * i for i in range(4)); print(next(g), sum(g), list(g)); print(sum(x for x in range(4)), any(x > 2 for x in range(4)), dict((k, v) for k, v in [(1, 2)]), max((len(w) for w in ['a', 'bb']), default=0), [*(_ for _ in 'ab')])
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 10)), [x for x, _ in zip(fib(), range(5))])
def tree(t):
    if t: yield from tree(t[0]); yield t[1]; yield from tree(t[2])
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), 2 in It(), sum(It()), sorted(It(), reverse=True), tuple(It()), *It()); a, *b = It(); print(a, b)
for bad in (lambda: iter(5), lambda: next(5), lambda: [*5], lambda: list(x for x in 5), lambda: sum(acc), lambda: g.throw(5)):
    try: print(bad())
    except TypeError as e: print(e)
    except Exception as e: print(type(e), e)
print(acc.__name__, a, main().__qualname__, type(g).__name__, g.gi_code.co_name)
