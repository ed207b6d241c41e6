# match on messages from a queue, with await in its branches.
import asyncio


async def actor(inbox):
    total = 0
    while True:
        match await inbox.get():
            case ('add', n):
                await asyncio.sleep(0.1)
                total += n
            case ('get', fut):
                fut.set_result(total)
            case 'stop':
                return total
            case other:
                print('ignored', other)


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(actor(q))
    f = asyncio.get_running_loop().create_future()
    for m in [('add', 2), ('add', 3), 'nonsense', ('get', f), ('add', 10), 'stop']:
        q.put_nowait(m)
    print(await f, await t)


asyncio.run(main())
