# A mistake that the compiler finds, or none.
type 1 = int