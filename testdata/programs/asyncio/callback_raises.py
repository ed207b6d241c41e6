# An exception in a callback goes to the loop's exception handler; the others run.
import asyncio


def bad(fut):
    raise ValueError('bad callback')


async def main():
    t = asyncio.create_task(asyncio.sleep(0))
    t.add_done_callback(bad)
    t.add_done_callback(lambda f: print('good callback'))
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, ctx: print('handler:', repr(ctx['exception'])))
    await asyncio.sleep(1)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(1)


asyncio.run(main())
