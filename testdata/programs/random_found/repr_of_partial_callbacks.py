# A partial among the callbacks of a future is shown as what it calls, and where that is.
import asyncio
import functools


def callback(*args):
    pass


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(functools.partial(callback, 1))
    future.add_done_callback(functools.partial(functools.partial(print, 1), 2))
    print(repr(future))
    print(repr(asyncio.get_running_loop().call_soon(functools.partial(callback, 1), 2)))


asyncio.run(main())
