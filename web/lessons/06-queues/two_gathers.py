import asyncio
import time

SLOWEST = 4  #@param {type:"slider", min:1, max:8}

FOLLOWERS = {"aki": ["ben", "cho"], "dai": ["eri"], "fumi": ["gen", "hana"]}
LIST_TAKES = {"aki": 1, "dai": 2, "fumi": SLOWEST}
STARTED = time.monotonic()


async def get_followers(user):
    await asyncio.sleep(LIST_TAKES[user])
    return FOLLOWERS[user]


async def get_favourites(user):
    print(f"{time.monotonic() - STARTED:.0f} s: favourites of {user}?")
    await asyncio.sleep(5 if user == "ben" else 2)


async def main():
    lists = await asyncio.gather(*[get_followers(u) for u in FOLLOWERS])
    await asyncio.gather(*[get_favourites(u) for us in lists for u in us])
    print(f"{time.monotonic() - STARTED:.0f} s: all favourites are here")


asyncio.run(main())
