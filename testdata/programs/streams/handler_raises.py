# An exception in client_connected_cb is reported and ends the connection; a plain function as callback.
import asyncio


async def broken(reader, writer):
    await reader.readline()
    raise RuntimeError('handler failed')


def plain(reader, writer):
    writer.write(b'from a plain function\n')
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        'handler:', context['message'], repr(context['exception']), sorted(context)))
    server = await asyncio.start_server(broken, '127.0.0.1', 9000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    writer.write(b'go\n')
    print(await reader.read(), loop.time())
    writer.close()
    other = await asyncio.start_server(plain, '127.0.0.1', 9001)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9001)
    print(await reader.read())
    writer.close()
    loop.set_exception_handler(None)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    writer.write(b'go\n')
    print(await reader.read())


asyncio.run(main())
