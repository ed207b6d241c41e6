# A mistake that the compiler finds, or none.
lambda *: 0