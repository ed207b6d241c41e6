# unwrap() ends in loops; bind() takes an argument that is called self.
import functools
import inspect


class Endless:
    @property
    def __wrapped__(self):
        return Endless()


def f(a):
    pass


def g():
    pass


f.__wrapped__ = g
g.__wrapped__ = f
for wrong in (Endless(), f):
    try:
        inspect.unwrap(wrong)
    except ValueError as e:
        print(str(e).partition(' at 0x')[0].partition('<')[0])


@functools.wraps(print)
def wrapper(self, b=2):
    pass


print(inspect.unwrap(wrapper) is print)
signature = inspect.signature(lambda self, b=2: None)
print(signature.bind(self=1).arguments, signature.bind(1, b=3).arguments, signature.bind_partial(self=5).arguments)
