# An UnboundLocalError has no name, so that none is suggested; a free variable's NameError has one.
def local():
    t3 = 1
    if not t3:
        t6 = 2
    return t6


def free():
    t3 = 1
    if not t3:
        t6 = 2
    return (lambda: t6)()


try:
    free()
except NameError as e:
    print(type(e), e.name)
try:
    local()
except NameError as e:
    print(type(e), e.name)
local()
