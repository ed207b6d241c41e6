# A mistake that the compiler finds, or none.
True = 1