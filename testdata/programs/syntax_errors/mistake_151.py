# A mistake that the compiler finds, or none.
foo(a, b for b in c)