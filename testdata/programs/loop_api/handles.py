# Handle and TimerHandle: repr, ordering, cancelled, when.
import asyncio


def cb():
    pass


async def main():
    loop = asyncio.get_running_loop()
    h, t = loop.call_soon(cb), loop.call_later(3, cb)
    print(h, t, t.when(), t.cancelled())
    h.cancel()
    t.cancel()
    print(h, t, t > loop.call_at(1, cb))
    try:
        loop.call_soon()
    except TypeError as e:
        print(e)
    try:
        loop.call_later(None, cb)
    except TypeError as e:
        print(e)


asyncio.run(main())
