# UserDict, abstract collections, namespaces, weak references, copies
from collections import UserDict, UserList, UserString, abc, Counter, OrderedDict
import operator, types, copy, weakref, gc
class LowerDict(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return super().__contains__(k.lower())
d = LowerDict(A=1, B=2); d["C"] = 3; d.update({"D": 4}); print(d, d["a"], "b" in d, list(d), d.get("Z", 0), d.pop("A"), len(d), d.data, d == {"b": 2, "c": 3, "d": 4})
class FrozenList(abc.Sequence):
    def __init__(self, *a): self._a = a
    def __getitem__(self, i): return self._a[i]
    def __len__(self): return len(self._a)
f = FrozenList(3, 1, 2, 1); print(list(f), 1 in f, f.index(2), f.count(1), list(reversed(f)), isinstance(f, abc.Iterable), issubclass(FrozenList, abc.Collection))
class Reg(abc.MutableMapping):
    def __init__(self): self.s = {}
    def __getitem__(self, k): return self.s[k]
    def __setitem__(self, k, v): self.s[k] = v
    def __delitem__(self, k): del self.s[k]
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
r = Reg(); r.update(a=1, b=2); print(dict(r), r.setdefault("c", 3), r.pop("a"), r.popitem(), list(r.items()), list(r.keys()), r.get("q"), r == {"b": 2}, {**r}); r.clear()
class MySet(abc.MutableSet):
    def __init__(self, it=()): self.l = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.l
    def __iter__(self): return iter(self.l)
    def __len__(self): return len(self.l)
    def add(self, x): x in self.l or self.l.append(x)
    def discard(self, x): x in self.l and self.l.remove(x)
    def __repr__(self): return f"MySet({self.l})"
s = MySet([1, 2, 3]); print(s & {2, 3}, s | [4], s - {1}, s ^ {1, 9}, s <= {1, 2, 3, 4}, s.isdisjoint({7}), s == {1, 2, 3}); s |= {5}; s.remove(1); print(s, s.pop())
for bad in (lambda: abc.Sequence(), lambda: s.remove(99), lambda: r["q"], lambda: r.popitem(), lambda: UserList([1])[5]):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
u = UserList([3, 1]); u.append(2); u.sort(); print(u, u + [9], u[1:], UserString("abc").upper(), UserString("a") + "b")
print(isinstance([], abc.MutableSequence), isinstance({}, abc.Mapping), isinstance(range(3), abc.Sequence), isinstance("a", abc.Sequence), isinstance(len, abc.Callable), isinstance((i for i in ()), abc.Generator), isinstance({}.keys(), abc.KeysView), issubclass(dict, abc.Hashable), isinstance(1, abc.Hashable), isinstance([], abc.Hashable), isinstance(b"", abc.ByteString) if hasattr(abc, "ByteString") else None)
ns = types.SimpleNamespace(x=1); ns.y = [1, 2]; n2 = copy.copy(ns); n3 = copy.deepcopy(ns); ns.y.append(3); print(ns, n2, n3, ns == n2, vars(n3))
class Node:
    def __init__(self, v): self.v, self.kids, self.parent = v, [], None
    def add(self, n): n.parent = weakref.proxy(self); self.kids.append(n); return n
root = Node("r"); kid = root.add(Node("k")); print(kid.parent.v, weakref.getweakrefcount(root) >= 0)
wd = weakref.WeakValueDictionary(); wd["a"] = root; print(list(wd), wd["a"] is root, len(weakref.WeakSet([root])))
deep = {"a": [1, {"b": (1, [2])}]}; c2 = copy.deepcopy(deep); c2["a"][1]["b"][1].append(3); print(deep, c2)
rows = [("b", 2), ("a", 2), ("c", 1)]; print(sorted(rows, key=operator.itemgetter(1, 0)), sorted(rows, key=lambda r: (-r[1], r[0])), min(rows, key=operator.itemgetter(1)), operator.attrgetter("v")(root), operator.methodcaller("upper")("a"), operator.add(1, 2), operator.contains([1], 1), operator.truediv(1, 2), operator.concat([1], [2]), operator.indexOf([1, 2], 2), operator.index(5))
od = OrderedDict([("b", 1), ("a", 2)]); print(od == OrderedDict([("a", 2), ("b", 1)]), od == {"a": 2, "b": 1}, list(od.items()), od.move_to_end("b"), od)
print(gc.collect() >= 0, Counter(a=3) + Counter(a=-5, b=1), Counter("ab") | Counter("bb"), Counter(a=1) <= Counter(a=2), dict(Counter("hello").most_common()), Counter("abc").subtract("ab"))
