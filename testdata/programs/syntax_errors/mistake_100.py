# A mistake that the compiler finds, or none.
f(x for x in y, 1)