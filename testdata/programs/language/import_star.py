# from asyncio import * brings the public names.
from asyncio import *
from random import *

seed(1)


async def main():
    q = Queue()
    await q.put(randint(1, 100))
    await gather(sleep(1), sleep(0.5))
    print(await wait_for(q.get(), 1), get_running_loop().time())
    try:
        await wait_for(q.get(), 1)
    except TimeoutError as e:
        print(repr(e))


run(main())
