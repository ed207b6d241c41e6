import asyncio
import inspect


async def brew(tea):
    print("water on for", tea)
    await asyncio.sleep(3)
    return f"{tea} is ready"


print("function:", inspect.iscoroutinefunction(brew))
pot = brew("sencha")
print("object:", inspect.iscoroutine(pot))
print(asyncio.run(pot))
