# A typographic quote in the source.
print(“hello”)
