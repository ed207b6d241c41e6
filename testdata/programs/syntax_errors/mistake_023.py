# A mistake that the compiler finds, or none.
f(a=1, 2)