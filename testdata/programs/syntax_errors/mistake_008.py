# A mistake that the compiler finds, or none.
yield 1