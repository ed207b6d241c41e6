# Names with two leading underscores are mangled per class.
class A:
    def __init__(self):
        self.__secret = 1
        self.__also__ = 2

    def get(self):
        return self.__secret


class B(A):
    def __init__(self):
        super().__init__()
        self.__secret = 'b'


b = B()
print(b.get(), sorted(b.__dict__))
try:
    b.__secret
except AttributeError as e:
    print(e)
