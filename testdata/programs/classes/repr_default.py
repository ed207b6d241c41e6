# Default reprs of objects, classes, functions and methods, with addresses masked.
class A:
    def m(self):
        pass

    @classmethod
    def c(cls):
        pass


def f():
    pass


a = A()
print(a, [a], A, A.m, a.m, A.c, f, lambda: 0, f.__qualname__)
print([].append, len, str.upper, 'a'.upper, object(), iter([]), {}.keys(), zip(), super)
