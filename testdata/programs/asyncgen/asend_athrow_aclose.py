# asend, athrow, aclose and anext with a default.
import asyncio


async def echo():
    value = 'ready'
    try:
        while True:
            try:
                value = yield value
                await asyncio.sleep(1)
            except ValueError as e:
                value = f'caught {e}'
    finally:
        await asyncio.sleep(1)
        print('cleaned at', asyncio.get_running_loop().time())


async def main():
    g = echo()
    print(await anext(g), await g.asend('a'), await g.athrow(ValueError('v')), await g.asend('b'))
    await g.aclose()
    print(await anext(g, 'default'))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print(repr(e))


asyncio.run(main())
