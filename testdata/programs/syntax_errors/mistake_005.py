# A mistake that the compiler finds, or none.
for i in range(3) print(i)