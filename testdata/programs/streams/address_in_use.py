# Ports: one that is taken, one that the system chooses, and free again after close().
import asyncio


def nobody(reader, writer):
    print('connected', writer.get_extra_info('sockname'), writer.get_extra_info('peername'))
    writer.close()


async def main():
    first = await asyncio.start_server(nobody, '127.0.0.1', 8000)
    for host in ('127.0.0.1', '0.0.0.0', None):
        try:
            await asyncio.start_server(nobody, host, 8000)
        except OSError as e:
            print(e.errno, e)
        else:
            print('bound', host)
    chosen = await asyncio.start_server(nobody, port=0)
    print([s.getsockname() for s in chosen.sockets])
    first.close()
    await first.wait_closed()
    print(first.sockets, first.is_serving(), chosen.is_serving())
    again = await asyncio.start_server(nobody, 'localhost', 8000, start_serving=False)
    print(again.is_serving())
    await again.start_serving()
    reader, writer = await asyncio.open_connection('localhost', 8000)
    print(await reader.read(), writer.get_extra_info('peername'), writer.get_extra_info('nothing', 'default'))
    writer.close()
    port = chosen.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(await reader.read())


asyncio.run(main())
