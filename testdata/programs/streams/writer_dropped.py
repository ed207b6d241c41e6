# A stream whose writer is dropped is closed; one that is kept stays open.
import asyncio

kept = []


async def forgets(reader, writer):
    writer.write(await reader.readline())


async def keeps(reader, writer):
    writer.write(await reader.readline())
    kept.append(writer)


async def ask(port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'hello\n')
    try:
        async with asyncio.timeout(1):
            print(port, await reader.read(), asyncio.get_running_loop().time())
    except TimeoutError:
        print(port, 'no end', asyncio.get_running_loop().time())
    writer.close()


async def main():
    await asyncio.start_server(forgets, '127.0.0.1', 9000)
    await asyncio.start_server(keeps, '127.0.0.1', 9001)
    await ask(9000)
    await ask(9001)
    await asyncio.gather(ask(9000), ask(9001), ask(9000))


asyncio.run(main())
