# create_task of a function or of a result is a TypeError.
import asyncio


async def work():
    return 1


async def main():
    for thing in [work, 5, None, asyncio.get_running_loop().create_future()]:
        try:
            asyncio.create_task(thing)
        except TypeError as e:
            print(str(e).split(' at 0x')[0].split('<Future')[0])


asyncio.run(main())
try:
    c = work()
    asyncio.create_task(c)
except RuntimeError as e:
    print(e)
    c.close()
