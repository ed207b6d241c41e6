# Calling a literal: a SyntaxWarning, then the TypeError.
x = [
    (1, 2)
    (3, 4)
]
