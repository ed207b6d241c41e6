# Both ends read and neither writes: the run hangs.
import asyncio


async def serve(reader, writer):
    print('server reads')
    await reader.readline()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    print('client reads')
    await reader.readline()


asyncio.run(main())
