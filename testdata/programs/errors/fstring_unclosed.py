# An f-string expression that is not closed.
print(f'a {x b')
