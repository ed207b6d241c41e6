# An unknown escape: a SyntaxWarning, and the backslash stays.
print('\d+\w')
