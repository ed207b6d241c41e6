# An f-string without its closing quote.
name = 'x'
print(f'hello {name}!)
