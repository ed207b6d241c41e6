# A symbol that is no identifier.
x = 5 € 3
