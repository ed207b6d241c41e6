# A generator that nobody has any more is closed at once: after exceptions, by built-in functions, in tasks.
import asyncio
def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print('finally', name)
def f(raises):
    for x in gen('in f'):
        print('x', x)
        if raises:
            raise ValueError('boom')
        return x
def g():
    try:
        f(True)
    except ValueError as e:
        print('caught', e)
    print('after except')
    try:
        for x in gen('inline'):
            raise ValueError('inline')
    except ValueError as e:
        print('caught', e)
    print('after inline')
    for x in gen('break'):
        break
    print('after break')
    f(False)
    print('after return')
    try:
        [1/0 for x in gen('comp')]
    except ZeroDivisionError as e:
        print('caught', e)
    print('after comp')
    try:
        sum(1/0 for x in gen('genexpr'))
    except ZeroDivisionError as e:
        print('caught', e)
    print('after genexpr')
    try:
        next(gen('next'))
        print('after next')
    except ValueError as e:
        pass
    try:
        list(map(lambda x: 1/0, gen('map')))
    except ZeroDivisionError as e:
        print('caught', e)
    print('after map')
    try:
        try:
            for x in gen('nested'):
                raise ValueError('nested')
        finally:
            print('in finally')
    except ValueError as e:
        print('caught nested')
    print('after nested')
    try:
        for x in gen('saved'):
            raise ValueError('saved')
    except ValueError as e:
        keep = e
    print('kept')
    del keep
    print('dropped')
    a, b = None, None
    try:
        a, b, c = gen('unpack')
    except ValueError as e:
        print(e)
    print('after unpack')
    a, *b = gen('all')
    for i, x in enumerate(gen('enumerate')):
        break
    print('after enumerate')
    found = any(x for x in gen('any'))
    print(found)
    found = next(gen('next again'))
    print(found)
    print('end')
g()
async def main():
    async def af():
        for x in gen('in task'):
            await asyncio.sleep(1)
            raise ValueError('x')
    try:
        await af()
    except ValueError as e:
        print('caught')
    print('after await')
    t = asyncio.create_task(af())
    await asyncio.sleep(0.5)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('caught cancel')
    print('after cancel')
    del t
    print('after del')
    r = await asyncio.gather(af(), return_exceptions=True)
    print('gathered')
    del r
    print('gone')
asyncio.run(main())
