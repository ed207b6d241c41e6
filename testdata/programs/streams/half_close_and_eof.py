# write_eof() ends one direction only; the other goes on.
import asyncio


async def serve(reader, writer):
    total = 0
    while number := await reader.readline():
        total += int(number)
    await asyncio.sleep(1)
    writer.write(f'total {total}\n'.encode())
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(serve, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        for n in range(10):
            writer.write(f'{n}\n'.encode())
        writer.write_eof()
        writer.write_eof()
        print(await reader.readline(), await reader.read(), asyncio.get_running_loop().time())
        writer.close()


asyncio.run(main())
