# Comprehensions have no frame of their own; generator expressions and lambdas have.
def bad(x):
    return 1 // x


try:
    [bad(x) for x in (1, 0)]
except ZeroDivisionError:
    sum(bad(x) for x in (1, 0))
