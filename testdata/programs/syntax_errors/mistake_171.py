# A mistake that the compiler finds, or none.
x = [*a for a in b]