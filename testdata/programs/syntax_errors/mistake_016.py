# A mistake that the compiler finds, or none.
x + 1 = 2