# A chat server: what one client says, the others hear.
import asyncio

writers = {}


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    writers[name] = writer
    try:
        async for line in reader:
            for other, w in writers.items():
                if other != name:
                    w.write(f'{name}: '.encode() + line)
                    await w.drain()
    finally:
        del writers[name]
        writer.close()


async def chatter(name, delay, says):
    reader, writer = await asyncio.open_connection('localhost', 7000)
    writer.write(f'{name}\n'.encode())
    await asyncio.sleep(delay)
    for text in says:
        writer.write(f'{text}\n'.encode())
        await asyncio.sleep(1)
    writer.write_eof()
    async for line in reader:
        print(f'{name} hears {line.decode().strip()}')
    writer.close()


async def main():
    async with await asyncio.start_server(handle, 'localhost', 7000):
        await asyncio.gather(
            chatter('ann', 0.1, ['hello', 'anyone?']), chatter('bob', 0.4, ['hi ann']), chatter('eve', 0.2, []))


asyncio.run(main())
