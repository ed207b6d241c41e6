# Dicts, sets, ranges, slices: operations, order, wordings of errors.
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as x:
        print(type(x).__name__, x, x.args)
d = {"a": 1, "b": 2, 3: "x"}
print(d, d["a"], d.get("z"), d.get("z", 5), len(d), "a" in d, d.keys(), d.values(), d.items())
show(lambda: d["zz"]); show(lambda: d[[]]); show(d.pop, "zz"); show(d.pop, "zz", 7); show(d.pop, "a"); show({}.popitem); show(d.get); show(d.setdefault, "q", 9); show(d.setdefault, "q", 10); show(d.popitem)
def dl(k): del d[k]
show(dl, "nope"); show(dl, 3); print(d)
print(dict(a=1, b=2), dict([(1, 2), (3, 4)]), dict({1: 2}, z=3), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict(zip("ab", [1, 2])))
show(dict, 5); show(dict, [1]); show(dict, ["abc"]); show(dict, [(1, 2, 3)]); show(dict, 1, 2); show(dict, ["ab", "cd"])
print({1: 2} == {1: 2}, {1: 2} != {1: 3}, {1: 2} | {3: 4}, {1: 1, 2: 2}.keys() & {1}, {1: 1}.keys() | {2}, {1: 1, 2: 2}.keys() - {1}, {1: 1}.items() ^ {(1, 1)}, {1: 1}.keys() == {1}, {1:2}.keys() <= {1,2})
x = {1: 1}; x |= {2: 2}; x.update({3: 3}, y=4); x.update([(5, 6)]); print(x, list(reversed(x)), list(reversed(x.items())))
show(lambda: {} < {}); show(lambda: {} + {}); show(x.update, 5)
def it():
    for k in x: x[k + 100 if isinstance(k, int) else k] = 1
show(it)
def it2():
    y = {1: 1, 2: 2}
    for k in y: del y[k]; y[k + 10] = 1
show(it2)
def it3():
    y = {1, 2, 3}
    for k in y: y.add(k + 10)
show(it3)
print(1 in {True: 1}, {1: "a", 1.0: "b", True: "c"}, {1.5: 2}, hash(1.0), hash(True), hash(2**61 - 1), hash(-1), hash(1.5), hash(0.1), hash(10**30), hash(None) == hash(None))
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f"K({self.v})"
z = {K(1): 1, K(2): 2}; z[K(1)] = 3; print(z, K(2) in z, K(3) in z); del z[K(1)]; print(z)
class D(dict):
    def __missing__(self, k): return k * 2
dd = D(a=1); print(dd["x"], dd, dd.get("x"), D.__mro__, isinstance(dd, dict), type(dd.copy()))
big = {}
for i in range(1000): big[i] = i
for i in range(0, 1000, 2): del big[i]
for i in range(5): big[i * 2] = -1
print(len(big), list(big)[:5], list(big)[-5:], sum(big), sum(big.values()))
while big: big.popitem()
print(big)
print({3, 1, 2}, set(), set(range(20)), {"a"}, {1, 1.0, True}, frozenset([1, 2]), frozenset(), {(1, 2)})
print({i * 7 % 101 for i in range(50)})
print(set(range(100, 0, -7)), {10**20, 1, 2**40, -5}, {1.5, 2.5, 0.1})
s = {1, 2, 3}
print(s | {4}, s & {1, 5}, s - {1}, s ^ {1, 9}, s < {1, 2, 3, 4}, s <= s, s > {1}, s == {3, 2, 1}, s.union([7], (8,)), s.intersection([1, 2], [2]), s.difference([1]), s.symmetric_difference([1, 10]), s.isdisjoint([9]), s.issubset([1, 2, 3, 4]), s.issuperset([1]))
s.add(10); s.discard(99); s.remove(1); print(s, len(s)); show(s.remove, 77); show(s.remove, []); show(set().pop); show(s.add, []); show(s.add); show(lambda: s | [1]); show(lambda: s + s); show(lambda: s[0]); show(set, 5); show(s.union, 5); show(set, 1, 2); show(lambda: {1: 2}[{}]); show(lambda: {[]: 1}); show(lambda: {[]})
a = {1, 2}; a |= {3}; a &= {2, 3}; a -= {3}; a ^= {8, 2}; print(a); a.update([1], {2: 3}); print(a); a.intersection_update([1, 2]); a.difference_update([2]); a.symmetric_difference_update([5]); print(a)
p = set(range(10)); p.discard(3); print(p.pop(), p.pop(), p); 
for i in range(30): p.add(i)
for i in range(25): p.discard(i)
print(p); print(hash(frozenset([1, 2, 3])), frozenset([1]) == {1}, {frozenset([1])}, {1} in {frozenset([1])}, type(frozenset([1]) | {2}), type({2} | frozenset([1])))
big = set()
for i in range(0, 100000, 37): big.add(i * i % 99991)
print(list(big)[:20], len(big)); print(list(big & set(range(500)))[:20], list(big - set(range(5000)))[:5], list(set(list(big)[:100]))[:10], list(big | {7, 5})[:10], list(set(big))[:5], list(big.copy())[:5])
class S(set): pass
print(S([1]), S([1]) | {2}, repr(S()), type(S([1]) | {2}))
print({"x": [1, {"y": (2,)}]}, {}.fromkeys([1]), dict(**{"a b": 1}))
print(range(5), range(1, 5), range(0, 10, 3), list(range(5, 0, -2)), len(range(0, 10, 3)), 3 in range(5), range(10)[2:5], range(10)[::-1], range(10)[-1], range(3) == range(0, 3), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), range(5).index(3), 2.0 in range(5), "a" in range(3), range(3).count(1), list(reversed(range(5))), range(10).start, range(5).step)
show(range); show(range, "a"); show(range, 1, 2, 0); show(range, 1.5); show(lambda: range(5)[10]); show(range(5).index, 9); show(range, 1, 2, 3, 4); show(lambda: range(3)["a"]); show(lambda: range(5) < range(6))
print(slice(1, 2), slice(None), slice(1, 10, 2).indices(5), slice(5) == slice(None, 5), slice(1, 2).start); show(slice); show(lambda: [1, 2][::0]); show(lambda: [1][1:"a"]); show(slice(1,2).indices, -1)
print(type({}.keys().mapping), {1: 2}.items().mapping, type(type.__dict__)); show(lambda: {}.keys()[0])
print(None, NotImplemented, ..., type(None), type(...), type(NotImplemented), bool(None)); show(type(None), 1); show(lambda: None.foo); 
