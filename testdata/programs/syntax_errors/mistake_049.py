# A mistake that the compiler finds, or none.
with a, : pass