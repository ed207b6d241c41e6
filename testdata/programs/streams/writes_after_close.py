# Writing to a stream that is closed: nothing at first, then the log says so.
import asyncio


async def serve(reader, writer):
    print('server got', await reader.read())
    writer.close()


async def main():
    await asyncio.start_server(serve, '127.0.0.1', 9000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    writer.write(b'before')
    writer.close()
    for i in range(8):
        writer.write(b'after')
    try:
        writer.writelines([b'x'])
    except Exception as e:
        print(type(e).__name__, e)
    print(writer.is_closing(), writer.transport.is_closing(), repr(writer.transport)[:33])
    await writer.wait_closed()
    try:
        await writer.drain()
    except ConnectionResetError as e:
        print(e)
    writer.write(b'later')
    print(repr(writer))
    await asyncio.sleep(1)


asyncio.run(main())
