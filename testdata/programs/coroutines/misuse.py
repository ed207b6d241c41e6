# What CPython says about coroutines used twice or in the wrong place.
class Suspend:
    def __await__(self):
        yield 'waiting'


async def once():
    await Suspend()
    return 1


async def awaits(c):
    return await c


def show(coro, *sent):
    try:
        for s in (None, *sent):
            print('yielded', coro.send(s))
    except StopIteration as e:
        print('returned', e.value)
    except Exception as e:
        print(type(e).__name__, e)


c = once()
show(awaits(c), None)
show(awaits(c))
c = once()
c.send(None)
show(awaits(c))
c.close()
for bad in (5, None, 'text', [1], print):
    show(awaits(bad))


async def run_itself():
    try:
        me.send(None)
    except Exception as e:
        print(type(e).__name__, e)


me = run_itself()
show(me)


async def stubborn():
    while True:
        try:
            await Suspend()
        except GeneratorExit:
            print('ignoring')


s = stubborn()
s.send(None)
try:
    s.close()
except RuntimeError as e:
    print(e)


async def stops():
    raise StopIteration(1)


show(stops())


async def async_for(x):
    async for i in x:
        pass


async def async_with(x):
    async with x:
        pass


show(async_for([1]))
show(async_with(print))


class BadIter:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class BadEnter:
    def __aenter__(self):
        return 1

    def __aexit__(self, *a):
        return 2


class NoNext:
    def __aiter__(self):
        return 3


show(async_for(BadIter()))
show(async_for(NoNext()))
show(async_with(BadEnter()))
