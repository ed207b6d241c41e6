# call_soon is FIFO; call_later and call_at by deadline; handles can be cancelled.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    say = lambda *a: print(loop.time(), *a)
    loop.call_later(2, say, 'later 2')
    loop.call_later(1, say, 'later 1')
    loop.call_at(1.5, say, 'at', 1.5)
    loop.call_later(0, say, 'later 0')
    loop.call_soon(say, 'soon a')
    loop.call_soon(say, 'soon b')
    h = loop.call_soon(say, 'never')
    h.cancel()
    k = loop.call_later(1.2, say, 'never')
    k.cancel()
    print(h.cancelled(), k.when(), k.cancelled(), loop.is_running(), loop.is_closed())
    await asyncio.sleep(3)


asyncio.run(main())
