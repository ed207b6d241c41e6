# A mistake that the compiler finds, or none.
x = 10000000000000000000000000000l