# The pipeline that starts each second request as soon as its first is there.
import asyncio

FOLLOWERS = {'ann': ['bob', 'cid'], 'dan': ['eve'], 'fay': []}


async def get_followers(x):
    await asyncio.sleep(len(x) * 0.1 * (1 + len(FOLLOWERS[x])))
    return FOLLOWERS[x]


async def get_favorites(y):
    await asyncio.sleep(0.25)
    return [f'{y}-{i}' for i in range(2)]


async def first(xs, out):
    while not xs.empty():
        x = xs.get_nowait()
        for y in await get_followers(x):
            out.put_nowait(y)
        xs.task_done()


async def second(ys, result):
    while True:
        y = await ys.get()
        result[y] = await get_favorites(y)
        print(f'{asyncio.get_running_loop().time():.2f} {y}: {result[y]}')
        ys.task_done()


async def main():
    xs, ys, result = asyncio.Queue(), asyncio.Queue(), {}
    for x in FOLLOWERS:
        xs.put_nowait(x)
    tasks = [asyncio.create_task(first(xs, ys)) for _ in range(3)]
    tasks += [asyncio.create_task(second(ys, result)) for _ in range(2)]
    await xs.join()
    await ys.join()
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(result)


asyncio.run(main())
