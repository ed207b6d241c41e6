# AttributeError of None, no suggestion.
result = [3, 1].sort()
print(result.index(1))
