# The default handler writes to stderr; a handler of one's own gets the context.
import asyncio


def handler(loop, context):
    print('handler:', context['message'].split(' <')[0], repr(context.get('exception')))


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({'message': 'by hand', 'extra': 5})
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: {}['k'])
    await asyncio.sleep(0)
    loop.call_exception_handler({'message': 'own'})
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    loop.call_soon(int, 'x')
    await asyncio.sleep(0)
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
