# A mistake that the compiler finds, or none.
x = 5 +