# Every method of list, tuple, dict and set; slices, unpacking, comprehension corners.
l = [3, 1, 2]; l.append(4); l.extend((5, 6)); l.insert(1, 9); l.insert(-1, 8); l.insert(100, 7); print(l, l.pop(), l.pop(0), l.index(9), l.count(9), l.copy() is l); l.remove(9); l.reverse(); l.sort(); print(l); l.sort(key=lambda x: -x); l.sort(reverse=True); print(l, l * 2, l + [0], 3 in l, l[1:3], l[::-2], l[-2]); l[1:3] = 'ab'; l[::2] = [0] * len(l[::2]); del l[0], l[-1:]; print(l); l += (1,); l *= 2; print(l, [1, 2] < [1, 3], [1] == [1.0], [] or 'e', list('ab'), list(range(3)), [[]] * 2, sorted('ba'), list(reversed([1, 2]))); l[:] = []; print(l); l.clear()
a, *b, c = range(5); [d, (e, *f)] = 1, 'xyz'; print(a, b, c, d, e, f, [*range(2), *'ab'], (*[1], 2), {**{'a': 1}, 'b': 2}, {*[1, 2], 3}); *g, = 'hi'; print(g); (h, i), j = (1, 2), 3; print(h, i, j); x = y = []; x.append(1); print(y); for_ = [(p, q) for p in range(3) for q in range(p) if (p + q) % 2]; print(for_, [[k for k in range(n)] for n in range(3)], {k: v for k, v in zip('ab', [1, 2])}, {k % 2 for k in range(5)}, list(k for k in 'ab'), [m := 5, m ** 2], m)
t = (1, 2, 3, 2); print(t.count(2), t.index(2), t.index(2, 2), t + (4,), t * 2, t[1:], (1,), (), tuple('ab'), (1, 2) < (1, 2, 0), hash((1, 2)) == hash((1, 2)), t[::-1])
d = {'a': 1, 'b': 2}; d['c'] = 3; print(d.get('z'), d.get('z', 0), d.setdefault('d', []), d.setdefault('a', 9), d.pop('c'), d.pop('zz', None), d.items(), d.keys(), d.values(), list(d), d | {'a': 5, 'e': 6}, 'a' in d, len(d), dict(a=1), dict([('x', 1)]), dict({'q': 1}, w=2), dict.fromkeys('ab', 0), dict(zip('ab', 'cd')), list(reversed(d)), d.popitem(), d == {'b': 2, 'a': 1}); d.update(z=1); d.update([('y', 2)]); d.update({'x': 3}); d |= {'w': 4}; print(d, d.copy() == d, d.keys() & {'a', 'q'}, d.keys() - {'a'} >= {'b'}, d.items() >= {('a', 1)}, ('a', 1) in d.items(), sorted(d.keys() ^ {'a', 'new'}), d.values() == d.values(), {1: 'a', 1.0: 'b', True: 'c'}); del d['a']; d.clear(); print(d)
s = {1, 2, 3}; s.add(4); s.discard(9); s.remove(1); print(s, s | {9}, s & {2, 5}, s - {2}, s ^ {2, 7}, s <= {2, 3, 4, 5}, s < s, s >= {2}, s.isdisjoint({7}), s.issubset(range(9)), s.issuperset([2]), s.union([5], (6,)), s.intersection({2, 3}, {3}), s.difference([2], [3]), s.symmetric_difference([4, 8]), {1} == frozenset([1]), set('a'), set(), frozenset(), frozenset([2, 1])); s.update([7], {8}); s.intersection_update({7, 8, 2}); s.difference_update([2]); s.symmetric_difference_update([7, 9]); print(s); s |= {1}; s &= {1, 9}; s -= {9}; s ^= {5}; print(s, len(s), s.copy(), {frozenset([1]): 'k'}, {x for x in [1, 1]}, s.pop()); s.clear(); print(s)
for fn in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][5], lambda: [1]['a'], lambda: [1, 2].__setitem__(5, 1), lambda: {}['k'], lambda: {}.popitem(), lambda: {[]: 1}, lambda: {{}}, lambda: set().pop(), lambda: {1}.remove(2), lambda: (1,)[3], lambda: dict([1]), lambda: dict([(1,)]), lambda: dict(5), lambda: [3, 'a'].sort(), lambda: [1] + (2,), lambda: (1,) + [2], lambda: [1] * 'a', lambda: sum(['a']), lambda: {1} | [2], lambda: {}.update(5), lambda: list(5), lambda: tuple(None), lambda: set(1), lambda: max([]), lambda: min(1, 'a'), lambda: sorted([1, None]), lambda: [1, 2, 3].insert('a', 1), lambda: {}.fromkeys(1), lambda: {} | [], lambda: {1: 2} + {}, lambda: [].sort(1), lambda: (1).x, lambda: [1][None], lambda: [1, 2][1:'a'], lambda: dict(a=1)(), lambda: {1} < [1]):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
for code in ('a, b = 1', 'a, b = 1, 2, 3', 'a, *b = ()', 'a, b, c = "ab"', '(a, b), c = 1, 2'):
    pass
def unpack(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def u1(): a, b = 1
def u2(): a, b = 1, 2, 3
def u3(): a, *b = ()
def u4(): a, b, c = 'ab'
def u5(): (a, b), c = 1, 2
def u6(): a, b = {1: 2}
def u7(): [a] = 5, 6
def u8(): a, b, *c = [1]
for u in (u1, u2, u3, u4, u5, u6, u7, u8): unpack(u)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
try:
    for k in {1, 2}: s2 = {1}; 
    ss = {1}
    for k in ss: ss.add(k + 1)
except RuntimeError as e: print(e)
n = [1, 2, 3, 4]
for x in n: n.remove(x)
print(n, slice(1, 2, 3), slice(5).indices(3), [1, 2, 3][slice(1, None)], range(10)[2:8:3], list(range(5, 0, -2)), range(3) == range(0, 3, 1), 3 in range(5), range(5).index(3), range(0, 10, 3)[-1], len(range(1, 10, 4)), reversed(range(3)), enumerate('ab', 1), list(enumerate('ab', 1)), list(zip('ab', [1, 2, 3])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), any([]), all([]), sum([1, 2], 3), sum([[1], [2]], []), divmod(-7, 3), pow(2, -1, 7), round(2.5), round(-1.5), round(1234, -2), abs(-3), bin(-5), oct(8), hex(-255), int('0x1f', 16), int('  12_000 '), int('-0b101', 0), float('1e-3'), bool([]), callable(len), isinstance(True, int), issubclass(bool, (str, int)), type(1) is int, id(n) == id(n), list(zip(*[(1, 2), (3, 4)])), max('a', 'bb', key=len), min([3, 1], default=0), max([], default='d'), next(iter([]), 'end'), list(iter(lambda c=[0]: c.append(1) or len(c), 4)), vars(type('T', (), {'a': 1})())
)
try: list(zip([1], [1, 2], strict=True))
except ValueError as e: print(e)
