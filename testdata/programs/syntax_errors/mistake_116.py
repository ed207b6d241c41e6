# A mistake that the compiler finds, or none.
class A(x for x in y): pass