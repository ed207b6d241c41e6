# asyncio.run from a plain function, with arguments, lambda and comprehension around it.
import asyncio


async def add(a, b=10):
    await asyncio.sleep(1)
    return a + b


def sync_add(*args, **kw):
    return asyncio.run(add(*args, **kw))


print([sync_add(i) for i in range(3)], sync_add(1, b=1), (lambda x: asyncio.run(add(x)))(5))
try:
    sync_add()
except TypeError as e:
    print(e)
