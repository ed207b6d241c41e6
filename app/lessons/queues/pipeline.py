import asyncio

FOLLOWERS = {"ann": ["bob", "cid"], "dan": ["eve"], "fay": ["gus", "hal"]}
SLOWEST = 2.0  #@param {type:"slider", min:0.5, max:4, step:0.5}


async def get_followers(user, found):
    await asyncio.sleep({"ann": 0.5, "dan": 1.0, "fay": SLOWEST}[user])
    print("followers of", user)
    for follower in FOLLOWERS[user]:
        found.put_nowait(follower)


async def get_favorites(found):
    while True:
        user = await found.get()
        await asyncio.sleep({"bob": 2.0, "cid": 2.0}.get(user, 0.5))
        print("favorites of", user)
        found.task_done()


async def main():
    loop = asyncio.get_running_loop()
    started = loop.time()
    found = asyncio.Queue()
    workers = [asyncio.create_task(get_favorites(found), name=f"worker-{i}") for i in range(4)]
    await asyncio.gather(*[get_followers(x, found) for x in FOLLOWERS])
    await found.join()
    for task in workers:
        task.cancel()
    print(f"all answers after {loop.time() - started:.1f} s")


asyncio.run(main())
