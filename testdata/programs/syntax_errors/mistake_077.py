# A mistake that the compiler finds, or none.
x = 0b12