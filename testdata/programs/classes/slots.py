# __slots__: no __dict__, AttributeError for other names, inheritance.
class P:
    __slots__ = ('x', 'y')

    def __init__(self, x):
        self.x = x


class Q(P):
    pass


p = P(1)
print(p.x, hasattr(p, '__dict__'), P.__slots__)
for f in [lambda: p.y, lambda: setattr(p, 'z', 1)]:
    try:
        f()
    except AttributeError as e:
        print(e)
q = Q(2)
q.z = 3
print(q.__dict__, q.x)
