# StreamReader: read(n), readline, readexactly, readuntil, read() and iteration over lines.
import asyncio


async def serve(reader, writer):
    writer.write(b'first line\nsecond')
    await writer.drain()
    writer.write(b' line\n12345678|rest of it;tail')
    await asyncio.sleep(1)
    writer.writelines([b'\nlast ', b'line\n', b'no newline'])
    writer.write_eof()
    print('can_write_eof', writer.can_write_eof())
    await writer.drain()
    print('server got', await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, 'localhost', 9000)
    async with server:
        reader, writer = await asyncio.open_connection('localhost', 9000)
        print(await reader.read(5), await reader.readline(), await reader.readline())
        print(await reader.readexactly(8), await reader.readuntil(b'|'))
        print(await reader.readuntil((b';', b'of')))
        print(await reader.read(0), reader.at_eof())
        async for line in reader:
            print('line', line, asyncio.get_running_loop().time())
        print(reader.at_eof(), await reader.read(), await reader.readline())
        try:
            await reader.readexactly(3)
        except asyncio.IncompleteReadError as e:
            print(type(e).__name__, e, e.partial, e.expected)
        writer.write(b'bye')
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing())


asyncio.run(main())
