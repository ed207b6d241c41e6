# A mistake that the compiler finds, or none.
f"{x}" = 1