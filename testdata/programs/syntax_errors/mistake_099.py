# A mistake that the compiler finds, or none.
print('a' 'b' c)