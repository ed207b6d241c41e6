# Asynchronous generators by hand: asend, athrow, aclose, early exit, exceptions.
class Suspend:
    def __await__(self):
        return (yield 'suspended')


def run(coro):
    sent = None
    while True:
        try:
            out = coro.send(sent)
        except StopIteration as e:
            return e.value
        sent = 'resumed'


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            print('  sent', got, await Suspend())
    except ValueError as e:
        print('  caught', e)
        yield 'after error'
    finally:
        print('  finally', await Suspend())


async def main():
    async for x in numbers(2):
        print(x)
    g = numbers(5)
    print(await g.asend(None))
    print(await g.asend('hello'))
    print(await g.athrow(ValueError('thrown in')))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('exhausted')
    g = numbers(5)
    print(await anext(g))
    await g.aclose()
    await g.aclose()
    print(await anext(g, 'default'))
    print([x async for x in numbers(3)])
    print({x: y async for x, y in pairs()})
    try:
        await numbers(3).asend(5)
    except TypeError as e:
        print(e)

    async def bad():
        yield 1
        raise StopAsyncIteration

    try:
        async for x in bad():
            print(x)
    except RuntimeError as e:
        print(e, repr(e.__cause__))

    async def ignores():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    g = ignores()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    step = pairs().__anext__()
    await step
    try:
        await step
    except RuntimeError as e:
        print(e)


async def pairs():
    for k in 'ab':
        await Suspend()
        yield k, k * 2


print(run(main()))
