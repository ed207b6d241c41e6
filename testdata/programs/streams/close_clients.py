# Server.close_clients and abort_clients (3.13), wait_closed with clients that stay.
import asyncio


async def serve(reader, writer):
    name = asyncio.current_task().get_name()
    try:
        print(name, await reader.read())
    except OSError as e:
        print(name, repr(e))
    print(name, writer.is_closing())


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    clients = [await asyncio.open_connection('127.0.0.1', 9000) for _ in range(3)]
    await asyncio.sleep(0.1)
    server.close()
    closed = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(1)
    print('waits', not closed.done())
    server.close_clients()
    await closed
    print('closed', [await reader.read() for reader, _ in clients])
    for _, writer in clients:
        writer.close()
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    await asyncio.sleep(0.1)
    server.close()
    server.abort_clients()
    await server.wait_closed()
    print(await reader.read())


asyncio.run(main())
