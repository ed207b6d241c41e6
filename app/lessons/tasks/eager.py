import asyncio

cache = {"ann": 1}


async def user_id(name):
    if name not in cache:  # only this way really waits
        await asyncio.sleep(1)
        cache[name] = len(cache) + 1
    return cache[name]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    ann = asyncio.create_task(user_id("ann"))
    bob = asyncio.create_task(user_id("bob"))
    print("ann is done at once:", ann.done(), "- bob is not:", bob.done())
    print(await ann, await bob)


asyncio.run(main())
