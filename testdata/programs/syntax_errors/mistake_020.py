# A mistake that the compiler finds, or none.
def f(a=1, b): pass