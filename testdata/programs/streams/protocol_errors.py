# Exceptions in the methods of a protocol, and wrong use of a transport.
import asyncio


class Broken(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        raise ValueError('cannot take ' + repr(data))

    def connection_lost(self, exc):
        print('lost', repr(exc))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, c: print('reported:', c['message'], repr(c['exception'])))
    server = await loop.create_server(Broken, '127.0.0.1', 8888)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    writer.write(b'data')
    try:
        print(await reader.read())
    except OSError as e:
        print(repr(e))
    writer.close()
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    for wrong in ('text', 5, None):
        try:
            writer.write(wrong)
        except TypeError as e:
            print(e)
    writer.write_eof()
    try:
        writer.write(b'late')
    except RuntimeError as e:
        print(e)
    try:
        writer.writelines([b'late'])
    except RuntimeError as e:
        print(e)
    print(await reader.read())
    writer.close()
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
