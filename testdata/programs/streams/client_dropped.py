# The server sees the end of a stream that the client dropped without closing it.
import asyncio


async def serve(reader, writer):
    print('server got', await reader.read())
    done.set()
    writer.close()


async def say(text):
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    writer.write(text)


async def main():
    global done
    done = asyncio.Event()
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    await say(b'one')
    await done.wait()
    done.clear()
    await asyncio.create_task(say(b'two'))
    await done.wait()
    server.close()
    await server.wait_closed()


asyncio.run(main())
