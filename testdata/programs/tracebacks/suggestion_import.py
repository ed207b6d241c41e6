# A module that was not imported.
print(math.sqrt(2))
