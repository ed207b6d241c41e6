# Instance and class attributes, bound methods, __init__, __repr__ and __str__.
class Point:
    count = 0
    tags = []

    def __init__(self, x, y=0):
        self.x, self.y = x, y
        Point.count += 1

    def __repr__(self):
        return f'Point({self.x}, {self.y})'

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)


p = Point(1)
q = p.moved(dy=5)
print(p, q, [p, q], str(p), f'{p} {p!r:>12}', Point.count, p.count)
p.count = 'own'
p.tags.append('shared')
print(p.count, q.count, Point.tags, q.tags, p.__dict__)
move = p.moved
print(move(1, 1), Point.moved(p, 2), p.moved.__self__ is p, Point.__name__, type(p).__name__)
print(getattr(p, 'x'), getattr(p, 'z', 'none'), hasattr(p, 'y'), setattr(p, 'z', 3), p.z, vars(q))
del p.z
try:
    p.z
except AttributeError as e:
    print(e)
