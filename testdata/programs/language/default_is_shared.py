# A mutable default is made once, when def runs.
def add(x, acc=[]):
    acc.append(x)
    return acc


print(add(1), add(2), add(3, []), add(4))


def stamp(n=print('default evaluated')):
    return n


print(stamp(), stamp())
print(add.__defaults__, add.__name__)
