# raise of a class, without arguments.
def f():
    raise NotImplementedError


f()
