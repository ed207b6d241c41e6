# A mistake that the compiler finds, or none.
if True:
print(1)