import asyncio

FOLLOWERS = {"ann": ["bob", "cid"], "dan": ["eve"], "fay": ["gus", "hal"]}
SLOWEST = 2.0  #@param {type:"slider", min:0.5, max:4, step:0.5}


async def get_followers(user):
    await asyncio.sleep({"ann": 0.5, "dan": 1.0, "fay": SLOWEST}[user])
    print("followers of", user)
    return FOLLOWERS[user]


async def get_favorites(user):
    await asyncio.sleep({"bob": 2.0, "cid": 2.0}.get(user, 0.5))
    print("favorites of", user)
    return f"{user}'s favorites"


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    # Nobody's favorites are asked for before the slowest list of followers is there.
    lists = await asyncio.gather(*[get_followers(x) for x in FOLLOWERS])
    favorites = await asyncio.gather(*[get_favorites(y) for ys in lists for y in ys])
    print(f"{len(favorites)} answers after {loop.time() - started:.1f} s")


asyncio.run(main())
