# A mistake that the compiler finds, or none.
(a, b()) = x