# __await__ of a coroutine, generators that return from __await__, objects with both.
class Suspend:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        return (yield self.n)


class Chain:
    def __await__(self):
        a = yield from Suspend(1).__await__()
        b = yield from coro().__await__()
        return a, b


class Iterator:
    def __init__(self):
        self.steps = [10, 20]

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self.steps:
            return self.steps.pop(0)
        raise StopIteration('from iterator')


async def coro():
    return await Suspend(2)


async def main():
    print(await Chain())
    print(await Iterator())
    return 'end'


m = main()
value = None
while True:
    try:
        out = m.send(value)
    except StopIteration as e:
        print('done', e.value)
        break
    print('got', out)
    value = out * 100 if out < 10 else None

w = coro().__await__()
print(type(w).__name__, next(w), iter(w) is w)
try:
    w.send('last')
except StopIteration as e:
    print(e.value)
print(m.cr_running, m.cr_await, m.__name__, m.__qualname__, m.cr_code.co_name)
