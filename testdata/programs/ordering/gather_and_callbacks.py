# A gather's own wake-up comes after the children's other callbacks of that pass.
import asyncio


async def child(n):
    await asyncio.sleep(0)
    print('child', n)
    return n


async def main():
    ts = [asyncio.create_task(child(i)) for i in range(3)]
    for t in ts:
        t.add_done_callback(lambda t: print('before gather', t.result()))
    g = asyncio.gather(*ts)
    for t in ts:
        t.add_done_callback(lambda t: print('after gather', t.result()))
    g.add_done_callback(lambda g: print('gather done', g.result()))
    print(await g)
    await asyncio.sleep(0)


asyncio.run(main())
