import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(0.5)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for word in ["hello", "bye"]:
        writer.write(f"{name}: {word}\n".encode())
        print((await reader.readline()).decode(), end="")
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    async with server:
        await asyncio.gather(client("ann"), client("bob"))


asyncio.run(main())
