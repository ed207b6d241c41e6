# A number with a letter behind it.
x = 12abc
