# The marks under a nested binary operation.
def f(a, b):
    return (a + 1) * (b
                      / 0) + 2


x = {'k': [1, 2]}
try:
    x['k'][5]
except IndexError:
    f(1, 2)
