# A generator still held at the end is closed by asyncio.run.
import asyncio

held = []


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(1)
        print('closed at', asyncio.get_running_loop().time())


async def main():
    g = numbers()
    held.append(g)
    print(await anext(g))


asyncio.run(main())
print('after run')
