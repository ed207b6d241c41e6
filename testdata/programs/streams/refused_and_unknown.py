# Connections that cannot be made: nobody listens, no such name.
import asyncio
import socket


async def attempt(*args, **kwargs):
    try:
        await asyncio.open_connection(*args, **kwargs)
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e, getattr(e, 'errno', None))


async def main():
    await attempt('127.0.0.1', 1)
    await attempt('localhost', 2)
    await attempt('nowhere.invalid', 80)
    await attempt()
    await attempt('127.0.0.1', 3, server_hostname='x')
    await attempt('127.0.0.1', 3, sock=socket.socket())
    print(asyncio.get_running_loop().time())


asyncio.run(main())


async def uncaught():
    reader, writer = await asyncio.open_connection('127.0.0.1', 8080)


asyncio.run(uncaught())
