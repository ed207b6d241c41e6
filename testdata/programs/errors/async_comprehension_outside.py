# An async comprehension in a plain function.
def f(xs):
    return [x async for x in xs]
