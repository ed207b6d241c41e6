# A mistake that the compiler finds, or none.
def f(a, /, b, /): pass