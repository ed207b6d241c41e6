# cancel() throws CancelledError at the await; cleanup runs; the message travels.
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('caught', repr(e))
        await asyncio.sleep(1)
        print('cleaned up', asyncio.get_running_loop().time())
        raise
    finally:
        print('finally')


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(2)
    print(t.cancel('too slow'), t.done())
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', repr(e))
    print(t.cancelled(), t.cancel())
    for f in (t.result, t.exception):
        try:
            f()
        except asyncio.CancelledError as e:
            print(repr(e))


asyncio.run(main())
