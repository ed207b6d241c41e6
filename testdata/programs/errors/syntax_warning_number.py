# A number glued to a keyword: a SyntaxWarning, and the program runs.
print(1if True else 0)
