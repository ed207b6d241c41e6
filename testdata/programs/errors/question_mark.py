# The ternary operator of other languages.
x = a ? b : c
