# create_server and create_connection with protocols: the order of their calls.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        print('server: made', type(transport).__name__, transport.get_extra_info('sockname'))
        self.transport = transport

    def data_received(self, data):
        print('server:', data)
        self.transport.write(data[::-1])
        if b'quit' in data:
            self.transport.close()

    def eof_received(self):
        print('server: eof')

    def connection_lost(self, exc):
        print('server: lost', exc)


class Client(asyncio.Protocol):
    def __init__(self, done, messages):
        self.done, self.messages = done, messages

    def connection_made(self, transport):
        print('client: made', transport.is_reading(), transport.get_protocol() is self)
        self.transport = transport
        transport.write(self.messages.pop(0))

    def data_received(self, data):
        print('client:', data)
        if self.messages:
            self.transport.write(self.messages.pop(0))
        else:
            self.transport.write_eof()

    def connection_lost(self, exc):
        print('client: lost', exc)
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 8888)
    for messages in ([b'hello', b'world'], [b'quit now']):
        done = loop.create_future()
        transport, protocol = await loop.create_connection(lambda: Client(done, messages), '127.0.0.1', 8888)
        print('connected', transport.is_closing())
        await done
        print(transport.is_closing(), repr(transport)[:32])
    server.close()
    await server.wait_closed()


asyncio.run(main())
