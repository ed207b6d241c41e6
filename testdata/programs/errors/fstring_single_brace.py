# A single closing brace in an f-string.
print(f'a } b')
