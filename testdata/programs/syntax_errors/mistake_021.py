# A mistake that the compiler finds, or none.
def f(*): pass