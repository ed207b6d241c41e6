# A StreamReader fed by hand, its repr, and two readers at once.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    print(reader)
    reader.feed_data(b'hello\nwor')
    print(reader, await reader.readline())
    waiting = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    print(repr(reader)[:34])
    try:
        await reader.read(10)
    except RuntimeError as e:
        print(e)
    reader.feed_data(b'ld\n')
    reader.feed_eof()
    print(await waiting, reader, reader.at_eof())
    other = asyncio.StreamReader(limit=10)
    other.set_exception(ValueError('broken'))
    for read in (other.read, other.readline, lambda: other.readexactly(1), lambda: other.readuntil(b'x')):
        try:
            await read()
        except ValueError as e:
            print(repr(e), other.exception() is e)
    print(other)


asyncio.run(main())
