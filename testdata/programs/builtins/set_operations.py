# Sets of small ints: operations, methods, comparisons, frozenset.
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4}, a < a, a.isdisjoint({9}), {3, 1, 2})
a.add(10); a.discard(99); a.discard(1)
a.update([7], (8,))
print(sorted(a), len(a), 7 in a, a.union([1]) >= a, a.intersection([7, 8, 100]), {1}.issubset({1, 2}), set(), frozenset([1]))
print({1, 1.0, True}, set([1, 2]) == frozenset([2, 1]), sorted(set('hello')), {frozenset([1]): 'ok'}, {5}.pop())
for f in [lambda: a.remove(1234), lambda: set().pop(), lambda: {[1]}, lambda: {1} + {2}, lambda: a[0], lambda: {1} | [2]]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
