import asyncio

LIMIT = 2  #@param {type:"slider", min:1, max:6}


async def download(n, limit):
    async with limit:
        print("start", n)
        await asyncio.sleep(1)
    print("done", n)


async def main():
    limit = asyncio.Semaphore(LIMIT)
    await asyncio.gather(*(download(n, limit) for n in range(6)))


asyncio.run(main())
