# A mistake that the compiler finds, or none.
a and b = 1