# Followers of all users first, then favourites of all followers.
#@network hoge.com/users/*/followers latency=0.2..0.8 json=["$1-a", "$1-b", "$1-c"]
#@network hoge.com/users/*/favorites latency=0.1..0.4 json=["what $1 likes"]
import asyncio

import aiohttp


async def get(session, user, what):
    async with session.get(f'https://hoge.com/users/{user}/{what}') as response:
        return await response.json()


async def main(xs):
    async with aiohttp.ClientSession() as session:
        yss = await asyncio.gather(*[get(session, x, 'followers') for x in xs])
        fss = await asyncio.gather(*[get(session, y, 'favorites') for ys in yss for y in ys])
    print(sorted(f for fs in fss for f in fs))


asyncio.run(main(['x1', 'x2', 'x3', 'x4']))
