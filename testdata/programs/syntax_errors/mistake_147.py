# A mistake that the compiler finds, or none.
def f[T](x): pass
class A[T, T]: pass