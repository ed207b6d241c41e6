# Callbacks run by call_soon in order of adding, also when added late; remove_done_callback counts.
import asyncio


def cb(label):
    return lambda fut: print(label, fut.done(), fut.result())


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    twice = cb('twice')
    f.add_done_callback(cb('first'))
    f.add_done_callback(twice)
    f.add_done_callback(twice)
    f.add_done_callback(cb('last'))
    print('removed', f.remove_done_callback(twice))
    f.set_result(1)
    print('set')
    await asyncio.sleep(0)
    f.add_done_callback(cb('late'))
    print('added late')
    await asyncio.sleep(0)
    t = asyncio.create_task(asyncio.sleep(0, 'task result'))
    t.add_done_callback(cb('task'))
    await t
    print('awaited')
    await asyncio.sleep(0)


asyncio.run(main())
