# Tasks of the steps of asynchronous generators: __anext__(), anext(), aclose().
import asyncio
async def agen():
    try:
        yield 1
        yield 2
    finally:
        print('finally')
async def main():
    g = agen()
    t = asyncio.create_task(g.__anext__())
    print(asyncio.iscoroutine(t.get_coro()), t.get_coro().__class__.__name__, t.get_name())
    print(repr(t).split(' at 0x')[0])
    print(await t)
    t = asyncio.create_task(anext(g), name='x')
    print(await asyncio.wait_for(t, 1))
    t = asyncio.ensure_future(g.aclose())
    print(repr(t).split(' at 0x')[0])
    print(await t)
    g = agen(); await anext(g)
    t = asyncio.create_task(g.aclose())
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled')
    g = agen()
    r = await asyncio.gather(g.__anext__(), return_exceptions=True)
    print(r)
    await g.aclose()
    try:
        await asyncio.create_task(g.__anext__())
    except StopAsyncIteration as e:
        print('stop', e)
    try:
        asyncio.create_task(anext(g, 5))
    except TypeError as e:
        print(str(e).split(' at 0x')[0])
asyncio.run(main())
