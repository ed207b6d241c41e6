# Timeouts and cancellation while reading, connecting and serving.
import asyncio


async def serve(reader, writer):
    try:
        await reader.readline()
    except asyncio.CancelledError:
        print('handler cancelled')
        raise
    print('handler saw eof')
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    try:
        await asyncio.wait_for(reader.readline(), 2)
    except TimeoutError:
        print('timeout', asyncio.get_running_loop().time())
    reading = asyncio.create_task(reader.read(100))
    await asyncio.sleep(1)
    reading.cancel()
    print(await asyncio.gather(reading, return_exceptions=True))
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(1)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    print('end', asyncio.get_running_loop().time())


asyncio.run(main())
