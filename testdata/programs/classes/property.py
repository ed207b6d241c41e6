# Properties with getter, setter and deleter, and the errors without them.
class Circle:
    def __init__(self, r):
        self.r = r

    @property
    def r(self):
        """The radius."""
        return self._r

    @r.setter
    def r(self, value):
        if value < 0:
            raise ValueError('negative radius')
        self._r = value

    @r.deleter
    def r(self):
        print('deleted')
        del self._r

    @property
    def area(self):
        return 3 * self.r ** 2


c = Circle(2)
print(c.r, c.area, Circle.r.__doc__)
c.r += 1
print(c.area)
for action in [lambda: setattr(c, 'r', -1), lambda: setattr(c, 'area', 5), lambda: delattr(c, 'area')]:
    try:
        action()
    except (ValueError, AttributeError) as e:
        print(e)
del c.r
try:
    c.r
except AttributeError as e:
    print(e)
