# Who gets the loop when, with several clients of one server.
import asyncio


async def serve(reader, writer):
    name = asyncio.current_task().get_name()
    async for line in reader:
        print(name, line, writer.get_extra_info('peername')[1] - 49152)
        writer.write(line.upper())
        await writer.drain()
    print(name, 'gone')
    writer.close()


async def client(i):
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    for word in range(3):
        writer.write(f'{i}.{word}\n'.encode())
        print(i, await reader.readline(), asyncio.current_task().get_name())
        if i == 1:
            await asyncio.sleep(0)
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    async with server:
        await asyncio.gather(*(client(i) for i in range(3)))
        async with asyncio.TaskGroup() as tg:
            for i in range(3, 5):
                tg.create_task(client(i), name=f'client-{i}')
    print('all tasks', len(asyncio.all_tasks()))


asyncio.run(main())
