# A mistake that the compiler finds, or none.
elif x: pass