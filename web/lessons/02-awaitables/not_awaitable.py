import asyncio


async def main():
    queue = asyncio.Queue()
    for thing in main, queue.get, queue.put_nowait("job"), sorted("ba"):
        try:
            await thing
        except TypeError as error:
            print(error)


asyncio.run(main())
