# Weak references to objects that live on.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.children = weakref.WeakSet()

    def __repr__(self):
        return f'Node({self.name!r})'

    def hello(self):
        return 'hello ' + self.name


class Slotted:
    __slots__ = ('x',)


class Callable:
    def __call__(self, x):
        return x * 2

    def __len__(self):
        return 3


a, b = Node('a'), Node('b')
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), r == weakref.ref(a), r == weakref.ref(b), hash(r) == hash(a))
print(type(r), r.__callback__, weakref.ref(a, print) is r, weakref.ref(b, print).__callback__ is print)
a.children.add(b)
print(len(a.children), b in a.children, list(a.children), a.children)
a.children.discard(b)
print(len(a.children))
for wrong in (3, 'text', (), None, [], {}, Slotted()):
    try:
        weakref.ref(wrong)
    except TypeError as e:
        print(e)
cache = weakref.WeakValueDictionary()
cache['a'] = a
print(cache['a'], 'a' in cache, 'z' in cache, cache.get('z'), len(cache), sorted(cache), [k for k, v in cache.items()])
keys = weakref.WeakKeyDictionary({a: 1})
keys[b] = 2
print(keys[a], len(keys), keys.pop(b), list(keys.items()))
method = weakref.WeakMethod(a.hello)
print(method()())
p = weakref.proxy(a)
print(p.name, p.hello(), p)
p.name = 'changed'
print(a.name)
c = Callable()
q = weakref.proxy(c)
print(q(4), len(q))
print(weakref.WeakSet([a, b]) >= weakref.WeakSet([a]), weakref.WeakSet([a]) | weakref.WeakSet([b]) == weakref.WeakSet([a, b]))
print(weakref.ref(Node), weakref.ref(len) is not None, weakref.ref({1}.__class__)())
print(gc.collect() >= 0, gc.get_threshold() is not None)
