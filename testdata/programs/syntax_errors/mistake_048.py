# A mistake that the compiler finds, or none.
with open('x') as 1: pass