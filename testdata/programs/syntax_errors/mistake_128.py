# A mistake that the compiler finds, or none.
for f() in x: pass