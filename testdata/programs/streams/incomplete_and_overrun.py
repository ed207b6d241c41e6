# Errors of StreamReader: the stream ends early, a line is longer than the limit.
import asyncio


async def attempt(what, awaitable):
    try:
        print(what, await awaitable)
    except Exception as e:
        print(what, type(e).__name__, e, vars(e))


async def serve(reader, writer):
    writer.write(b'x' * 30 + b'\nshort\n' + b'y' * 40)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 9000)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000, limit=16)
    await attempt('until', reader.readuntil(b'\n'))
    await attempt('line', reader.readline())
    await attempt('line', reader.readline())
    await attempt('line', reader.readline())
    await attempt('exactly', reader.readexactly(5))
    await attempt('negative', reader.readexactly(-1))
    await attempt('empty', reader.readuntil(b''))
    await attempt('until', reader.readuntil(b'\n'))
    writer.close()
    reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
    await attempt('exactly', reader.readexactly(30))
    await attempt('until', reader.readuntil(b'END'))
    await attempt('after', reader.readuntil(b'END'))
    writer.close()
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)
    for cls, args in ((asyncio.IncompleteReadError, (b'ab', None)), (asyncio.IncompleteReadError, (b'', 7)),
                      (asyncio.LimitOverrunError, ('too long', 12))):
        e = cls(*args)
        print(repr(e), e, e.args)
    server.close()
    await server.wait_closed()


asyncio.run(main())
