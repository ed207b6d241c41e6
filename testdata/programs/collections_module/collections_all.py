# collections: Counter, OrderedDict, defaultdict, deque, ChainMap, namedtuple, UserDict, UserList.
from collections import *
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements())[:4], c - Counter('aab'), c + Counter('a'), c & Counter('aab'), c | Counter('zz'), +Counter(a=1, b=-1), -Counter(a=-2), c == Counter('abracadabra'), Counter(a=1) <= Counter(a=2))
c.update('aa'); c.subtract({'b': 5}); print(c, Counter([1, 1]), Counter({'x': 3}), repr(Counter()), c.pop('a'), 'a' in c)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); print(o, o.popitem(last=False), list(reversed(o)), o == OrderedDict(c=3, a=1), o == {'a': 1, 'c': 3}); o.move_to_end('a', last=False); print(o)
d = defaultdict(list); d['x'].append(1); d['y']; print(d, d.default_factory, dict(d), d.get('q'), 'q' in d, defaultdict(int, a=1), defaultdict(None))
try: defaultdict(None)['k']
except KeyError as e: print(repr(e))
try: defaultdict(5)
except TypeError as e: print(e)
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.maxlen, q.pop(), q.popleft(), len(q)); q.extend([7, 8]); q.rotate(1); print(q, q[0], 7 in q, q.index(7), q.count(8), list(reversed(q)), q == deque([8, 2, 7])); q.extendleft('ab'); q.remove('a'); q.insert(1, 'i'); q.reverse(); print(q, q.copy(), deque([1]) + deque([2]), deque([1]) * 2, deque('ab') < deque('b')); q.clear(); print(q)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque(maxlen=-1), lambda: deque([1]).remove(2), lambda: deque([1], maxlen=1).insert(0, 1), lambda: deque([1]).index(5), lambda: hash(deque())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); m['c'] = 4; print(m, m['a'], m['b'], dict(m), m.maps, m.new_child({'a': 0})['a'], m.parents, len(m), list(m))
P = namedtuple('P', 'x y', defaults=[0]); p = P(1); print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([3, 4]), P._field_defaults, p == (1, 0), P.__doc__, P.x.__doc__, *p)
print(namedtuple('Q', ['a', 'class', 'a'], rename=True)._fields, isinstance(p, tuple), hash(p) == hash((1, 0)), P(y=2, x=1))
for f in (lambda: namedtuple('Q', 'a a'), lambda: namedtuple('Q', 'class'), lambda: namedtuple('1', 'a'), lambda: P(), lambda: P(1, 2, 3), lambda: P(z=1), lambda: setattr(p, 'x', 1), lambda: P._make([1]), lambda: p._replace(z=1), lambda: namedtuple('Q', '_a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
u = UD(a=1); u['b'] = 2; print(u, u.data, dict(u), 'a' in u, u.get('z', 9)); print(UserList([3, 1]) + [2], sorted(UserList([3, 1])), UserString('ab').upper(), UserString('x') + 'y')
import collections.abc as abc
print(isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance(set(), abc.MutableSet), isinstance(iter([]), abc.Iterator), isinstance((i for i in []), abc.Generator), issubclass(int, abc.Hashable), isinstance(print, abc.Callable), isinstance(range(1), abc.Reversible), isinstance(5, abc.Iterable), isinstance(b'', abc.ByteString) if hasattr(abc, 'ByteStringX') else '')
class S(abc.Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
s = S(); print(list(s), 10 in s, s.index(20), s.count(0), list(reversed(s)))
class MM(abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm = MM(); mm.update(a=1, b=2); print(mm.pop('a'), mm.setdefault('c', 3), list(mm.items()), mm.get('zz'), 'b' in mm, mm == {'b': 2, 'c': 3}, list(mm.keys()), mm.popitem()); mm.clear(); print(len(mm))
try: abc.Sized()
except TypeError as e: print(e)
