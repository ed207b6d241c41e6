# gi_running, gi_frame and inspect.getgeneratorstate through a generator's life.
import inspect


def gen():
    print(inspect.getgeneratorstate(g), g.gi_running)
    yield 1


g = gen()
print(inspect.getgeneratorstate(g), g.__name__)
next(g)
print(inspect.getgeneratorstate(g))
g.close()
print(inspect.getgeneratorstate(g), g.gi_frame)
