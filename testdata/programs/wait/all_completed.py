# asyncio.wait: done and pending sets, the default waits for all, exceptions stay inside.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


def names(ts):
    return [t.get_name() for t in ts]


async def main():
    ts = [asyncio.create_task(work(n), name=f't{n}') for n in (3, 1, 2)]
    done, pending = await asyncio.wait(ts)
    print(names(done), pending, asyncio.get_running_loop().time())
    for t in ts:
        print(t.get_name(), repr(t.exception()) if t.exception() else t.result())


asyncio.run(main())
