# FIRST_EXCEPTION and timeout: nothing is cancelled by wait itself.
import asyncio


async def work(n, fail=False):
    await asyncio.sleep(n)
    if fail:
        raise ValueError(n)
    return n


async def main():
    ts = [asyncio.create_task(work(1)), asyncio.create_task(work(2, True)), asyncio.create_task(work(3))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), asyncio.get_running_loop().time())
    done, pending = await asyncio.wait(ts, timeout=0.5)
    print(len(done), len(pending), asyncio.get_running_loop().time())
    done, pending = await asyncio.wait(ts, timeout=10)
    print(len(done), len(pending), ts[2].result(), asyncio.get_running_loop().time())
    done, pending = await asyncio.wait(ts, timeout=0)
    print(len(done), repr(ts[1].exception()))


asyncio.run(main())
