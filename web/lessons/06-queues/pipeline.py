import asyncio
import time

SLOWEST = 4  #@param {type:"slider", min:1, max:8}
WORKERS = 3  #@param {type:"slider", min:1, max:5}

FOLLOWERS = {"aki": ["ben", "cho"], "dai": ["eri"], "fumi": ["gen", "hana"]}
LIST_TAKES = {"aki": 1, "dai": 2, "fumi": SLOWEST}
STARTED = time.monotonic()


async def get_followers(user, found):
    await asyncio.sleep(LIST_TAKES[user])
    for follower in FOLLOWERS[user]:
        await found.put(follower)


async def get_favourites(found):
    while True:
        user = await found.get()
        print(f"{time.monotonic() - STARTED:.0f} s: favourites of {user}?")
        await asyncio.sleep(5 if user == "ben" else 2)
        found.task_done()


async def main():
    found = asyncio.Queue()
    workers = []
    for i in range(WORKERS):
        name = f"worker-{i}"
        task = asyncio.create_task(get_favourites(found), name=name)
        workers.append(task)
    await asyncio.gather(*[get_followers(u, found) for u in FOLLOWERS])
    await found.join()
    print(f"{time.monotonic() - STARTED:.0f} s: all favourites are here")
    for task in workers:
        task.cancel()


asyncio.run(main())
