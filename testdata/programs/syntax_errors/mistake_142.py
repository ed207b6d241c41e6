# A mistake that the compiler finds, or none.
'\u12'