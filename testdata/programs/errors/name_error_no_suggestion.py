# NameError with nothing alike.
print(completely_unknown_thing)
