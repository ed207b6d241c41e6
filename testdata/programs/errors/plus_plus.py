# x++ at the end of a line.
x = 1
x++
