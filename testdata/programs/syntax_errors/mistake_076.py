# A mistake that the compiler finds, or none.
x = 5.x