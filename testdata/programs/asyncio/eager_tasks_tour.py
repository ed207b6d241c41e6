# eager task factories
import asyncio

cache = {}


async def get(key):
    if key in cache:
        return cache[key]
    print("miss", key)
    await asyncio.sleep(0.1)
    cache[key] = key.upper()
    return cache[key]


async def boom():
    raise ValueError("eager boom")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print("factory", loop.get_task_factory())
    t = asyncio.create_task(get("a"), name="first")
    print("created", t.done())
    await t
    t = asyncio.create_task(get("a"), name="second")
    print("created", t.done(), t.result(), t)
    e = asyncio.create_task(boom())
    print(e.done(), repr(e.exception()))
    async with asyncio.TaskGroup() as tg:
        for k in "abc":
            tg.create_task(get(k))
        print("in group")
    print(await asyncio.gather(*(get(k) for k in "abcd")))
    loop.set_task_factory(None)
    t = asyncio.create_task(get("a"))
    print(t.done())
    print(await t)
    t = asyncio.Task(get("zz"), loop=loop, eager_start=True)
    print("eager", t.done(), asyncio.current_task().get_name())
    await t
    factory = asyncio.create_eager_task_factory(lambda coro, **kw: asyncio.Task(coro, **kw))
    loop.set_task_factory(factory)
    print(await asyncio.create_task(get("b"), name="x"))
    try:
        async with asyncio.timeout(0.05):
            await asyncio.create_task(get("slow"))
    except TimeoutError:
        print("timed out")

asyncio.run(main())
