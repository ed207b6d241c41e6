# Private lists of the loop and of futures, and futures and loops with methods of their own.
import asyncio


class Watched(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print('add_done_callback', context is not None)
        super().add_done_callback(fn, context=context)


async def main():
    loop = asyncio.get_running_loop()
    print(len(loop._ready), loop._scheduled)
    handle = loop.call_soon(print, 'soon')
    timer = loop.call_later(1, print, 'later')
    print(len(loop._ready), [h.when() for h in loop._scheduled], handle._cancelled, handle._callback, handle._args)
    print(timer._when, timer._scheduled, handle._loop is loop)
    timer.cancel()
    print(timer._cancelled, timer._callback, timer._args)
    future = loop.create_future()
    print(future._callbacks)
    future.add_done_callback(print)
    print(len(future._callbacks), future._callbacks[0][0])
    future.remove_done_callback(print)
    print(future._callbacks)
    watched = Watched(loop=loop)
    loop.call_soon(watched.set_result, 'value')
    print(await watched)
    delays = []
    original = loop.call_later

    def call_later(delay, callback, *args, context=None):
        delays.append(delay)
        return original(delay, callback, *args, context=context)

    loop.call_later = call_later
    await asyncio.sleep(0.25)
    await asyncio.wait([asyncio.create_task(asyncio.sleep(0.5))], timeout=3)
    del loop.call_later
    print(delays)
    reports = []
    loop.call_exception_handler = reports.append
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print([(r['message'].partition(' at ')[0], repr(r['exception'])) for r in reports])


asyncio.run(main())
