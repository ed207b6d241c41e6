# Favourites of a follower are asked for as soon as the follower is known.
#@network hoge.com/users/*/followers latency=0.2..0.8 json=["$1-a", "$1-b", "$1-c"]
#@network hoge.com/users/*/favorites latency=0.1..0.4 json=["what $1 likes"]
import asyncio

import aiohttp


async def get(session, user, what):
    async with session.get(f'https://hoge.com/users/{user}/{what}') as response:
        return await response.json()


async def follow(session, users, followers):
    while True:
        x = await users.get()
        try:
            for y in await get(session, x, 'followers'):
                followers.put_nowait(y)
        finally:
            users.task_done()


async def favour(session, followers, found):
    while True:
        y = await followers.get()
        try:
            found += await get(session, y, 'favorites')
        finally:
            followers.task_done()


async def main(xs):
    users, followers, found = asyncio.Queue(), asyncio.Queue(), []
    async with aiohttp.ClientSession() as session:
        workers = [asyncio.create_task(follow(session, users, followers)) for _ in xs]
        workers += [asyncio.create_task(favour(session, followers, found)) for _ in range(3 * len(xs))]
        for x in xs:
            users.put_nowait(x)
        await users.join()
        await followers.join()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    print(sorted(found))


asyncio.run(main(['x1', 'x2', 'x3', 'x4']))
