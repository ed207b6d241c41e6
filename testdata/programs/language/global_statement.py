# global binds a module variable from inside a function, also one that did not exist.
total = 0


def add(n):
    global total, made_here
    total += n
    made_here = n


for i in range(4):
    add(i)
print(total, made_here)


def shadow():
    total = 'local'
    return total


print(shadow(), total)
