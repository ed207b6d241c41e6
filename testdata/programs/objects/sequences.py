# Lists, tuples, iterators: operations, wordings of errors, unpacking, sorting.
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as x:
        print(type(x).__name__, x, x.args)
l = [3, 1, 2]
l.append(4); l.extend((5, 6)); l.insert(0, 9); l.insert(-1, 7); l.insert(100, 8)
print(l, len(l), l[1:3], l[::-1], l[::2], l[-3:], l[5:2])
print(l.pop(), l.pop(0), l.pop(-2), l)
show(l.pop, 100); show([].pop); show(l.remove, 99); show(l.index, 99); show(l.index, 1, 3)
show(lambda: l[100]); show(lambda: l["a"]); show(lambda: l[1.5])
def setit(i, v): l[i] = v
show(setit, 100, 1); show(setit, "a", 1)
def delit(i): del l[i]
show(delit, 100); show(delit, None)
l[1:2] = [10, 11, 12]; print(l)
l[::2] = [0] * len(l[::2]); print(l)
show(setit, slice(None, None, 2), [1])
show(setit, slice(1, 2), 5)
show(setit, slice(None, None, 2), 5)
del l[::2]; print(l)
del l[:]; print(l)
l = [1] * 3 + [2]; print(l, 2 in l, 5 in l, l.count(1), [1, 2] < [1, 3], [1] == [1], [1] != [2], [1, 2] < [1], [] < [1])
show(lambda: [1] + (2,)); show(lambda: [1] * "a"); show(lambda: "a" * [1]); show(lambda: [1] - [2]); show(lambda: [1] < 3)
show(lambda: [1] + 1); show(lambda: (1,) + [1]); show(lambda: 1 + [1]); show(lambda: 1 + "a"); show(lambda: "a" + 1); show(lambda: None + 1); show(lambda: -[]); show(lambda: ~1.5); show(lambda: +"")
l = [1]; l.append(l); print(l)
d = {}; d["d"] = d; print(d)
t = (l,); print(t)
l = [3, 1, 2]; l.sort(); print(l); l.sort(reverse=True); print(l); l.reverse(); print(l)
show(sorted, [1, "a"]); show(sorted, [3, 1], reverse="x"); show(sorted, 5); show(sorted); show(sorted, [1], bad=1); show([].sort, 1)
print(sorted([(1, 'b'), (0, 'z'), (1, 'a')], key=lambda x: x[0]))
print(sorted([(1, 'b'), (0, 'z'), (1, 'a')], key=lambda x: x[0], reverse=True))
print(sorted("hello world"), sorted({3: 1, 1: 2}), sorted([2.5, 1, 3]))
m = [3, 2, 1]
def bad(x):
    m.append(1)
    return x
def srt(): m.sort(key=bad)
show(srt); print(m)
show(list, 5); show(list, [1], [2]); show(list, x=1); show(list.append, 5, 1); show(list.append); show([].append); show([].append, 1, 2); show([].append, x=1); show([].insert, 1); show([].clear, 1); show([].extend, 5); show([].index)
show([].pop, 1, 2)
a, *b, c = [1, 2, 3, 4]; print(a, b, c)
def un(v):
    a, b, c = v
show(un, [1, 2]); show(un, [1, 2, 3, 4]); show(un, iter([1])); show(un, iter([1, 2, 3, 4])); show(un, 5); show(un, None); show(un, {1: 2}); show(un, "ab"); show(un, (1,2,3,4,5)); show(un,{1:1,2:2,3:3,4:4}); show(un, range(9)); show(un, "abcde")
def us(v):
    a, b, *c = v
show(us, [1]); show(us, 5)
print([1, 2, 3].copy(), list("abc"), list(range(5)), list({1: 2, 3: 4}), list(zip([1, 2], "ab")))
print(repr([1.0, -0.0, 1e100, None, True, ..., NotImplemented]))
x = [1, 2, 3]; x += (4,); x *= 2; print(x)
class L(list): pass
print(L([1, 2]), L([1]) + [2], type(L([1]) + [2]), L([1]) == [1], repr(L("ab")))
print(list(reversed([1, 2, 3])), list(enumerate("ab", 5)), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2])))
show(enumerate); show(enumerate, 5); show(zip, 5); show(lambda: list(zip([1], [1, 2], strict=True))); show(lambda: list(zip([1, 2], [1], strict=True))); show(lambda: list(zip([1, 2], [1, 2], [1], strict=True))); show(map, 5); show(lambda: list(map(5, [1]))); show(filter, 1); show(reversed, 5); show(reversed, {1, 2}); show(map); show(lambda: list(zip([1,2],[1,2],[1,2,3],strict=True)))
print(reversed([1]).__length_hint__(), type(iter([])), type(iter(())), type(iter({})), type(iter(range(1))), type(iter(set())), type({}.keys()), type({}.items()), type(reversed([])), type(reversed({})), type(zip()), iter([]).__class__.__name__)
print(all([]), any([]), all([1, 0]), any([0, 1]), sum([1, 2]), sum([0.1] * 10), sum([1, 2.5]), sum([[1], [2]], []), max(1, 2), min([3, 1]), max("abc"), max([1, 2], key=lambda x: -x), max([], default=5))
show(sum, ["a"]); show(sum, [1], ""); show(max); show(max, []); show(min, [], key=len); show(max, 1, 2, default=3); show(max, [1, "a"]); show(max, 5); show(sum); show(sum, 5); show(sum, [1],start=5); show(sum, ["a"], 1)
print(10 ** 20 + 1, sum([10 ** 18] * 20), sum([1e308, 1e308]), sum([1, 10**30]))
print((1, 2, 3)[1], (1, 2, 3)[1:], (1,), (), (1, 2) + (3,), (1,) * 3, (1, 2).index(2), (1, 1).count(1), (1, 2) < (1, 3), hash((1, 2)), hash(()), hash((1, (2, 3))), hash(("a",)) == hash(("a",)))
show((1, 2).index, 5); show(lambda: (1,)[5]); show(hash, ([],)); show(hash, []); show(hash, {}); show(hash, set()); show(hash, slice(1)); 
def st():
    t = (1,)
    t[0] = 1
show(st)
n5, nothing = 5, None
def dt():
    t = (1,)
    del t[0]
show(dt)
show(lambda: n5[0]); show(lambda: nothing[0]); show(lambda: (n5.bit_length)[0]); show(lambda: n5()); show(lambda: nothing()); show(lambda: len(5)); show(lambda: iter(5)); show(lambda: next([])); show(lambda: next(iter([]))); show(lambda: next(iter([]), 7)); show(lambda: 5 in 5); show(lambda: "a" in "abc"); show(lambda: 1 in "abc"); show(lambda: [] in {}); show(lambda: [] in set())
show(lambda: [*5]); show(lambda: {**5}); show(lambda: print(*5)); show(lambda: print(**5)); show(lambda: {*5}); show(lambda: [1,2][True])
