# A mistake that the compiler finds, or none.
__debug__ = 1