# A mistake that the compiler finds, or none.
def f(**k, a): pass