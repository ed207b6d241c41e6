# How many passes of the loop connecting, sending and closing take.
import asyncio

passes = 0


async def count():
    global passes
    while True:
        passes += 1
        await asyncio.sleep(0)


def show(what):
    global passes
    print(what, passes)
    passes = 0


async def serve(reader, writer):
    show('served')
    data = await reader.readline()
    show('server has it')
    writer.write(data)
    writer.close()


async def main():
    counter = asyncio.create_task(count())
    await asyncio.sleep(0)
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    show('listening')
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    show('connected')
    writer.write(b'ping\n')
    await writer.drain()
    show('drained')
    print(await reader.readline())
    show('answered')
    print(await reader.read())
    show('eof')
    writer.close()
    await writer.wait_closed()
    show('closed')
    server.close()
    await server.wait_closed()
    show('server closed')
    try:
        await asyncio.open_connection('127.0.0.1', 9000)
    except ConnectionRefusedError as e:
        show(str(e))
    counter.cancel()


asyncio.run(main())
