# Driving a coroutine by hand: send(None), throw, close, StopIteration with the result.
import types


@types.coroutine
def pause(x):
    got = yield x
    return got


async def work():
    a = await pause('first')
    b = await pause('second')
    return a, b


c = work()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as e:
    print(e.value)
c = work()
c.send(None)
try:
    c.throw(KeyError('thrown'))
except KeyError as e:
    print(repr(e))
c = work()
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
