# TypeErrors of methods: the forgotten self, missing and extra arguments.
class A:
    def no_self():
        pass

    def one(self, x):
        pass

    @staticmethod
    def st(x):
        pass


a = A()
for f in [lambda: a.no_self(), lambda: a.one(), lambda: a.one(1, 2), lambda: A.one(1), lambda: A.st(), lambda: A(5), lambda: a(), lambda: a.missing(), lambda: A.missing, lambda: a[0], lambda: len(a), lambda: a + 1, lambda: iter(a), lambda: a < a, lambda: A.one(self=a)]:
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
