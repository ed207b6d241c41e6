# Conditional expressions nest to the right; lambda bodies; comprehension conditions.
f = lambda n: 'neg' if n < 0 else 'zero' if n == 0 else 'pos'
print([f(n) for n in (-1, 0, 1)], [x if x % 2 else -x for x in range(5) if x != 3])
print((lambda *, a=1: a)(), (lambda: (yield))().__class__.__name__, (lambda x: lambda y: x + y)(1)(2))
print('a' if [] else 'b' if {} else 'c', not (1 if 0 else 0))
v = None
print(v if v is not None else 'default', v or 'or', (v and v.x) is None)
