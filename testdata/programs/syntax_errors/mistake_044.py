# A mistake that the compiler finds, or none.
nonlocal x