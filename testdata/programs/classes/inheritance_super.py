# Inheritance, overriding, super() and C3 order in a diamond.
class Base:
    def __init__(self):
        print('Base')

    def who(self):
        return ['Base']


class Left(Base):
    def __init__(self):
        print('Left')
        super().__init__()

    def who(self):
        return ['Left'] + super().who()


class Right(Base):
    def __init__(self):
        print('Right')
        super().__init__()

    def who(self):
        return ['Right'] + super().who()


class Both(Left, Right):
    def who(self):
        return ['Both'] + super().who()


b = Both()
print(b.who(), [c.__name__ for c in Both.__mro__], isinstance(b, Right), issubclass(Both, Base), Both.__bases__)
try:
    class Bad(Base, Left):
        pass
except TypeError as e:
    print(e)
