# A mistake that the compiler finds, or none.
f(1, x for x in y)