# Unpacking in the generator of a call.
f(*a for a in b)
