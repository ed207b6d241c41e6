# A mistake that the compiler finds, or none.
del 1