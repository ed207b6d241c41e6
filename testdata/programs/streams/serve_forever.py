# serve_forever(), its cancellation, twice at once, and after close.
import asyncio


async def serve(reader, writer):
    print('client')
    await reader.read()
    print('client gone')
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(1)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print(str(e)[:16], str(e)[-47:])
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    await asyncio.sleep(1)
    forever.cancel()
    await asyncio.sleep(1)
    print(forever.done(), server.is_serving(), server.sockets)
    writer.close()
    try:
        await forever
    except asyncio.CancelledError:
        print('cancelled', asyncio.get_running_loop().time())
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print(e)
    async with asyncio.timeout(1):
        async with await asyncio.start_server(serve, '127.0.0.1', 9000) as server:
            await server.serve_forever()


asyncio.run(main())
