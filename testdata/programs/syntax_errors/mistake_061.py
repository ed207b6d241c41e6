# A mistake that the compiler finds, or none.
(a, b): int = 1