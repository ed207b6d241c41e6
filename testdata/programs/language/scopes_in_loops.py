# Loop variables leak, comprehension variables do not, del and rebinding in branches.
for i in range(3):
    inside = i * 2
print(i, inside)
squares = [i for i in range(10)]
print(i)
if False:
    never = 1
try:
    never
except NameError as e:
    print(e)


def f(flag):
    if flag:
        x = 1
    return x


print(f(True))
try:
    f(False)
except UnboundLocalError as e:
    print(e)


def g():
    import random as r
    for k in range(2):
        def h():
            return k
    return h(), r.__name__


print(g())
