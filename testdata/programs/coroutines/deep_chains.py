# Long chains of awaits and of yield from, suspended and resumed many times.
class Suspend:
    def __await__(self):
        return (yield)


async def chain(n):
    if n == 0:
        total = 0
        for _ in range(50):
            total += await Suspend()
        return total
    return await chain(n - 1) + 1


c = chain(300)
sent = None
while True:
    try:
        c.send(sent)
    except StopIteration as e:
        print(e.value)
        break
    sent = 2


def nested(n):
    if n == 0:
        for i in range(3):
            got = yield i
            print('got', got)
        return 'bottom'
    r = yield from nested(n - 1)
    return r + '!' if n == 1 else r


g = nested(200)
print(next(g), g.send('a'), g.send('b'))
try:
    g.send('c')
except StopIteration as e:
    print(e.value)


def tree(depth):
    if depth:
        for x in tree(depth - 1):
            yield x
        yield depth
        for x in tree(depth - 1):
            yield x


print(list(tree(4)))


async def too_deep(n):
    return await too_deep(n + 1)


try:
    too_deep(0).send(None)
except RecursionError as e:
    print(type(e).__name__, e)
