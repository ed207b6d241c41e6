import asyncio

LIMIT = 2  #@param {type:"slider", min:1, max:6}


async def download(number, limit):
    async with limit:
        await asyncio.sleep(1)
    print("downloaded", number)


async def main():
    limit = asyncio.Semaphore(LIMIT)
    await asyncio.gather(*(download(number, limit) for number in range(6)))


asyncio.run(main())
