# The message of a caught NameError has no suggestion.
followers = []
try:
    follwers
except NameError as e:
    print(str(e), e.name, e.args)
