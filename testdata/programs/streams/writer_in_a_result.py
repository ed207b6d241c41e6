# Streams that tasks return stay open: from gather(), from run_until_complete(), from a task that is awaited later.
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
    writer.close()


async def ask(stream, text):
    reader, writer = stream
    writer.write(text)
    return await reader.readline()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    streams = await asyncio.gather(*(asyncio.open_connection('127.0.0.1', 9000) for _ in range(3)))
    print(await asyncio.gather(*(ask(s, b'%d\n' % i) for i, s in enumerate(streams))))
    task = asyncio.create_task(asyncio.open_connection('127.0.0.1', 9000))
    await asyncio.sleep(1)
    print(await ask(await task, b'late\n'))
    print(await ask(await asyncio.wait_for(asyncio.open_connection('127.0.0.1', 9000), 5), b'waited\n'))
    for _, writer in streams:
        writer.close()
    return server


loop = asyncio.new_event_loop()
server = loop.run_until_complete(main())
stream = loop.run_until_complete(asyncio.open_connection('127.0.0.1', 9000))
print(loop.run_until_complete(ask(stream, b'old style\n')))
stream[1].close()
server.close()
loop.close()
