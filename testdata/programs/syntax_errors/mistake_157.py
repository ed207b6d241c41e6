# A mistake that the compiler finds, or none.
ur'x'