# Default task names count up; set_name and the name argument change them.
import asyncio


async def who():
    return asyncio.current_task().get_name()


async def main():
    print(await who())
    a = asyncio.create_task(who())
    b = asyncio.create_task(who(), name='b')
    c = asyncio.create_task(who(), name=7)
    d = asyncio.create_task(who())
    d.set_name('renamed')
    print(await asyncio.gather(a, b, c, d, who()))
    print(repr(c.get_name()), a.get_coro().__name__)


asyncio.run(main())
