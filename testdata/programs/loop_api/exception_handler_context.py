# The exception handler runs in the context of the callback that failed.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='outside')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'].partition('(')[0], repr(context['exception']), var.get()))

    def callback():
        var.set('callback')
        1 / 0

    loop.call_soon(callback)
    await asyncio.sleep(0)
    loop.call_later(1, callback)
    await asyncio.sleep(2)
    loop.call_exception_handler({'message': 'mine', 'exception': ValueError('v')})
    print(var.get())
    future = loop.create_future()
    future.add_done_callback(lambda f: var.set('done'))
    future.set_result(None)
    await asyncio.sleep(0)
    print(var.get())


asyncio.run(main())
