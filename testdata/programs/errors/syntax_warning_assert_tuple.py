# assert of a tuple is always true: a SyntaxWarning.
assert (1 == 2, 'message')
print('not caught')
