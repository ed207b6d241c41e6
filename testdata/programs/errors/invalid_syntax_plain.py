# Two expressions in a row: the plain invalid syntax.
x = 1 2
