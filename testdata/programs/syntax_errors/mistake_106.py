# A mistake that the compiler finds, or none.
[y := 1 for y in z]