# call_soon, call_later and add_done_callback see the context as it was when they were called.
import asyncio
import contextvars

V = contextvars.ContextVar('V', default=0)


def callback(*args):
    print('callback', V.get())
    V.set(100)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(callback)
    loop.call_soon(callback)
    loop.call_later(0.1, callback)
    token = V.set(5)
    future.set_result(None)
    await asyncio.sleep(0.2)
    print('main', V.get())
    V.reset(token)


asyncio.run(main())
