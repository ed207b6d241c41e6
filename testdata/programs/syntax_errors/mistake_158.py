# A mistake that the compiler finds, or none.
0o8