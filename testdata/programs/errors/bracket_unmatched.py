# A closing bracket that was never opened.
print('a'))
