# A generator expression beside another argument without parentheses.
sum(x for x in [1], 2)
