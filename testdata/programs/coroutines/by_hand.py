# Coroutines driven by send, throw and close, without an event loop.
class Suspend:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield self.tag
        return got


async def leaf(n):
    try:
        a = await Suspend(f'leaf {n}')
        b = await Suspend(f'leaf {n} again')
    except KeyError as e:
        print('leaf caught', repr(e))
        return 'recovered'
    finally:
        print('leaf finally', n)
    return a, b


async def middle(n):
    r = await leaf(n)
    return [r]


async def root(n):
    return await middle(n)


c = root(1)
print(c.send(None))
print(c.send('x'))
try:
    c.send('y')
except StopIteration as e:
    print('result', e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)

c = root(2)
c.send(None)
try:
    c.throw(KeyError('k'))
except StopIteration as e:
    print('result', e.value)

c = root(3)
c.send(None)
c.close()
print('closed twice', c.close())

c = root(4)
try:
    c.send('early')
except TypeError as e:
    print(e)
c.close()

c = root(5)
try:
    c.throw(ValueError('before start'))
except ValueError as e:
    print('thrown', e)
try:
    c.throw(ValueError('after'))
except RuntimeError as e:
    print(e)
