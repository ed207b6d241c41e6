# A mistake that the compiler finds, or none.
global x
x = 1