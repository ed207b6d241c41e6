# set_result, set_exception, result, exception, done, InvalidStateError.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled())
    for get in (f.result, f.exception):
        try:
            get()
        except asyncio.InvalidStateError as e:
            print(e)
    loop.call_later(1, f.set_result, 'value')
    print(await f, f.done(), f.result(), f.exception())
    try:
        f.set_result(2)
    except asyncio.InvalidStateError as e:
        print(e)
    print(f.cancel(), await f)
    g = loop.create_future()
    g.set_exception(KeyError('k'))
    try:
        await g
    except KeyError as e:
        print(repr(e), e is g.exception())
    h = asyncio.Future()
    print(h.cancel('why'), h.cancelled(), h.cancel())
    try:
        h.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    try:
        loop.create_future().set_exception('no exception')
    except TypeError as e:
        print(e)


asyncio.run(main())
