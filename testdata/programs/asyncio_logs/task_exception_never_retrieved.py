# A future whose exception nobody asks for is reported when it is dropped.
import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError('nobody asked'))
    del f
    print('dropped')
    g = asyncio.get_running_loop().create_future()
    g.set_exception(ValueError('asked'))
    print(repr(g.exception()))


asyncio.run(main())
