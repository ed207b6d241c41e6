# Children may add tasks to the group that holds them; the group waits for these too.
import asyncio


async def crawl(tg, n):
    await asyncio.sleep(1)
    print(n, asyncio.get_running_loop().time())
    for k in (2 * n, 2 * n + 1):
        if k < 8:
            tg.create_task(crawl(tg, k))


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(crawl(tg, 1))
    print('all done')


asyncio.run(main())
