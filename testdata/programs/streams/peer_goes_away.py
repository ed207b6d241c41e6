# What the other end sees of close(), abort() and unread data.
import asyncio


async def serve(reader, writer):
    what = (await reader.readline()).decode().strip()
    if what == 'close':
        writer.close()
    elif what == 'abort':
        writer.transport.abort()
    elif what == 'unread':
        await asyncio.sleep(1)
        writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    for what in ('close', 'abort', 'unread'):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        writer.write(what.encode() + b'\n')
        await asyncio.sleep(0.5)
        writer.write(b'more')
        await asyncio.sleep(1)
        try:
            print(what, await reader.read())
        except OSError as e:
            print(what, type(e).__name__, e)
        for i in range(4):
            try:
                writer.write(b'even more')
                await writer.drain()
                print(i, 'drained', writer.is_closing())
            except OSError as e:
                print(i, type(e).__name__, e, writer.is_closing())
            await asyncio.sleep(0)
        writer.close()
        try:
            await writer.wait_closed()
        except OSError as e:
            print('wait_closed', type(e).__name__, e)
    server.close()


asyncio.run(main())
