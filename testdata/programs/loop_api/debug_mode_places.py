# Reprs, reports and warnings of debug mode tell where things were made.
import asyncio
import sys


async def child():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(sys.get_coroutine_origin_tracking_depth())
    child()
    task = asyncio.Task(child())
    print(task)
    await task
    print(task)
    print(asyncio.Future(loop=loop), loop.create_future())
    print(loop.call_soon(print, 'soon'))
    print(loop.call_later(1, print, 'later'))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(2)
    c = child()
    print(c.cr_origin[0])
    await c
    loop.set_debug(False)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth())


asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
c = child()
print(c.cr_origin)
c.close()
