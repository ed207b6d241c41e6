# A mistake that the compiler finds, or none.
for x in *a, b: pass