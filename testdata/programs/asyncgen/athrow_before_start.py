# athrow() before the start: a StopIteration is the step's result; throw() before the start of others.
import asyncio
async def agen():
    try:
        yield 1
    except BaseException as e:
        print('in', repr(e))
        raise
async def main():
    for make in (lambda: StopIteration(), lambda: StopIteration(5), lambda: StopAsyncIteration(), lambda: ValueError(1), lambda: GeneratorExit(), lambda: asyncio.CancelledError()):
        for started in (False, True):
            g = agen()
            if started:
                await anext(g)
            try:
                print(await g.athrow(make()))
            except BaseException as e:
                print(started, repr(e), repr(e.__cause__), repr(e.__context__))
            try:
                print(await anext(g))
            except BaseException as e:
                print('then', repr(e))
    def gen():
        yield 1
    async def co(): pass
    for e in (StopIteration(3), ValueError(2)):
        for m in (gen, co):
            try:
                m().throw(e)
            except BaseException as x:
                print(m.__name__, repr(x), repr(x.__cause__))
    g = agen()
    a = g.athrow(StopIteration(9))
    try:
        a.send(None)
    except BaseException as x:
        print(repr(x), repr(x.__cause__))
    g = agen()
    a = g.athrow(ValueError(9))
    try:
        a.throw(KeyError(1))
    except BaseException as x:
        print(repr(x), repr(x.__cause__))
    g = agen()
    a = g.asend(None)
    try:
        a.throw(KeyError(1))
    except BaseException as x:
        print(repr(x), repr(x.__cause__))
asyncio.run(main())
