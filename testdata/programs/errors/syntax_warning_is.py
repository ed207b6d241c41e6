# is with a literal: a SyntaxWarning, and the program runs.
x = 5
print(x is 5)
print('a' is not x)
