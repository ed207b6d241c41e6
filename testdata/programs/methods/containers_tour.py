# dicts, lists, sets and tuples: methods, errors, copies
d = {"b": 1, "a": 2}; d["c"] = 3; d |= {"d": 4}; print(d, list(d), d.keys(), d.values(), d.items(), d.pop("a"), d.get("z"), d.setdefault("e", []), d.popitem(), {**d, "b": 9}, dict(zip("xy", [1, 2])), d.copy() == d, dict.fromkeys("ab"), sorted(d), max(d, key=d.get), {v: k for k, v in d.items()}, d.keys() - {"b"}, list(reversed(d)), "b" in d.keys(), len(d), d | {"q": 0}, list(d.items())[0], {1: "a", 1.0: "b", True: "c"}, {(1, 2): 3}[1, 2])
del d["b"]; d.update(x=1, **{"y": 2}); d.update([("z", 3)]); print(d); d.clear(); print(d, bool(d), {} == dict())
l = [3, 1, 2]; l.append(4); l.extend("ab"); l.insert(1, "i"); l.remove("a"); print(l, l.pop(), l.pop(0), l.index(4), l.count(1), l[::-1], l[1:3], l * 2, l + [1], 4 in l, l.copy() is l, l[-1], l[:], len(l)); l[1:2] = [7, 8, 9]; l[::2] = [0] * len(l[::2]); del l[0]; print(l); l.sort(key=str); l.reverse(); print(l, l == list(l), [1, 2] < [1, 3], [1] < [1, 2], sorted(["b", "A", "c"], key=str.lower), [0] * 3, [[]] * 2, list("abc"), [*l, *"x"]); l.clear(); print(l)
s = {3, 1, 2}; s.add(5); s.discard(9); s |= {7}; s -= {1}; print(s, s & {2, 3}, s ^ {2}, s | {0}, s - {3}, {1} <= {1, 2}, {1} < {1}, s.issuperset({2}), s.isdisjoint({100}), frozenset([1, 2]) == {1, 2}, len(s), 2 in s, {1, 2}.union([3], (4,)), {1, 2, 3}.intersection([2]), set("aab") == {"a", "b"}, sorted({"b", "a"}), s.pop() in (2, 3, 5, 7), {x for x in (1, 1)}, {*[1], *(2,)}, set(), {frozenset({1})})
t = (1, 2, 3); a, *b = t; print(a, b, t + (4,), t[1:], t.index(2), t.count(1), (1,), (), t * 2, 2 in t, hash(t) == hash((1, 2, 3)), tuple("ab"), (1, 2) < (1, 3), t == (1, 2, 3), *t)
for bad in (lambda: d["zz"], lambda: l[0], lambda: l.pop(), lambda: l.remove(1), lambda: [].index(1), lambda: t.append(1), lambda: set().pop(), lambda: {1}.remove(2), lambda: d.pop("q"), lambda: {}.popitem(), lambda: l.__setitem__(0, 1), lambda: t.__getitem__("a"), lambda: [1, 2, 3].__setitem__(slice(None, None, 2), [1]), lambda: [3, "a"].sort(), lambda: {1: 2} + {3: 4}, lambda: {1} + {2}, lambda: [1] + (2,), lambda: (1,) + [2], lambda: {1, []}, lambda: {"a": 1}.a, lambda: [1].length, lambda: (1, 2).push(3), lambda: [].add(1), lambda: {}.add(1), lambda: "abc".append("d"), lambda: dict(a=1)["b"], lambda: [1, 2][5:6][0], lambda: [1][1], lambda: (1,)[1], lambda: "a"[1], lambda: b""[0], lambda: range(1)[1], lambda: l.insert(1), lambda: [].extend(1), lambda: list.sort(1), lambda: [1, 2].sort(lambda x: x), lambda: sorted([1], lambda x: x), lambda: {}.get(), lambda: d.update(1, 2), lambda: {}.fromkeys(), lambda: {1: 1}[[]], lambda: frozenset().add(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
m = [[1, 2, 3], [4, 5, 6]]; print([list(r) for r in zip(*m)], [x for r in m for x in r], sum(map(sum, m)), max(map(max, m)), m[1][2], [r[0] for r in m]); m[0][0] = 9; c = [r[:] for r in m]; c[0][0] = 0; print(m, c)
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "end"), list(iter(lambda: len(l) if l.append(1) else len(l), 3)), l)
e = {}
try:
    for i in range(3): e[i] = i
    for k in e: del e[k]
except RuntimeError as x: print(x)
n = {"a": {"b": {"c": 1}}}; print(n["a"]["b"]["c"], n.get("x", {}).get("y"), "a" in n, [*n], {**n["a"]})
