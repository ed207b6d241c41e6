# asyncio.run gives the coroutine's result; two runs one after the other get new loops and the names go on.
import asyncio


async def main(x):
    print(asyncio.current_task().get_name())
    await asyncio.sleep(0.5)
    return x * 2


print(asyncio.run(main(21)))
print(asyncio.run(main('ab')))
