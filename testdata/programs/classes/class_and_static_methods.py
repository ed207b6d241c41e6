# classmethod as another constructor, staticmethod, both through instances and subclasses.
class Date:
    def __init__(self, y, m):
        self.y, self.m = y, m

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split('-')))

    @staticmethod
    def valid(m):
        return 1 <= m <= 12

    def __repr__(self):
        return f'{type(self).__name__}({self.y}, {self.m})'


class Special(Date):
    pass


print(Date.parse('2024-5'), Special.parse('1999-12'), Special(1, 2).parse('3-4'), Date.valid(13), Special(1, 1).valid(3))
