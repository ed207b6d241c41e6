# drain() waits while the reader is slow; the write buffer and its marks.
import asyncio


async def serve(reader, writer):
    total = 0
    while data := await reader.read(20_000):
        total += len(data)
        if total == len(data):
            await asyncio.sleep(2)
    print('server read', total, asyncio.get_running_loop().time())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000, limit=10_000)
    async with server:
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        transport = writer.transport
        print(transport.get_write_buffer_limits())
        for i in range(6):
            writer.write(bytes(50_000))
            print(i, transport.get_write_buffer_size(), asyncio.get_running_loop().time())
            await writer.drain()
        print('drained', transport.get_write_buffer_size(), asyncio.get_running_loop().time())
        transport.set_write_buffer_limits(high=1000)
        print(transport.get_write_buffer_limits())
        writer.close()
        await writer.wait_closed()
        print('closed', asyncio.get_running_loop().time())


asyncio.run(main())
