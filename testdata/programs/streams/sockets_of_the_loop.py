# loop.sock_* with non-blocking sockets, add_reader and remove_reader.
import asyncio
import socket


async def serve(loop, listener):
    conn, address = await loop.sock_accept(listener)
    print('accepted', address[0], conn.gettimeout())
    while data := await loop.sock_recv(conn, 10):
        print('got', data)
        await loop.sock_sendall(conn, data.upper())
    conn.close()


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(('127.0.0.1', 9999))
    listener.listen()
    listener.setblocking(False)
    serving = asyncio.create_task(serve(loop, listener))
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.setblocking(False)
    await loop.sock_connect(client, ('127.0.0.1', 9999))
    await loop.sock_sendall(client, b'hello world')
    print(await loop.sock_recv(client, 5))
    seen = loop.create_future()

    def readable():
        seen.set_result(client.recv(100))
        print(loop.remove_reader(client), loop.remove_reader(client))
    loop.add_reader(client, readable)
    print(await seen)
    try:
        client.recv(10)
    except BlockingIOError as e:
        print(e)
    client.shutdown(socket.SHUT_WR)
    await serving
    print(client.recv(10), client.fileno() > 0)
    client.close()
    print(client.fileno())
    try:
        client.recv(1)
    except OSError as e:
        print(e)
    other = socket.socket()
    other.setblocking(False)
    try:
        await loop.sock_connect(other, ('127.0.0.1', 1))
    except ConnectionRefusedError as e:
        print(e)
    try:
        socket.socket().recv(1)
    except OSError as e:
        print(e)


asyncio.run(main())
