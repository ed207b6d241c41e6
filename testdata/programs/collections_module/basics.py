# defaultdict, Counter, deque, OrderedDict, namedtuple, ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

d = defaultdict(list)
d['a'].append(1)
print(d, d['b'], len(d), d.get('c'))
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], c + Counter(a=1), c - Counter('aaa'), sum(c.values()), list(Counter(a=2, b=1).elements()))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.pop(), q.popleft(), q, list(deque([1, 2, 3])), q.maxlen)
r = deque(range(5))
r.rotate(2)
r.extendleft([9, 8])
print(r, r[0], 3 in r, r.index(3))
o = OrderedDict(a=1, b=2)
o.move_to_end('a')
print(o, o.popitem(last=False))
P = namedtuple('P', 'x y', defaults=[0])
p = P(1)
print(p, p.x, p[1], p._fields, p._replace(y=5), P(*[3, 4]), p == (1, 0))
print(ChainMap({'a': 1}, {'a': 2, 'b': 3})['b'])
for f in [lambda: deque().pop(), lambda: P(), lambda: setattr(p, 'x', 1)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
