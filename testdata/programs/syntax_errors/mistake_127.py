# A mistake that the compiler finds, or none.
for 1 in x: pass