# A string without its closing quote.
print('hello)
