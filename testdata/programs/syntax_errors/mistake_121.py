# A mistake that the compiler finds, or none.
not x = 1