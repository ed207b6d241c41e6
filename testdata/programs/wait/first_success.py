# Taking the first success and cancelling the rest.
import asyncio


async def mirror(name, delay, ok):
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise ConnectionError(name)
        return name
    except asyncio.CancelledError:
        print('cancelled', name)
        raise


async def first(*coros):
    pending = {asyncio.create_task(c) for c in coros}
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for t in done:
                if not t.exception():
                    return t.result()
                print('failed', repr(t.exception()))
    finally:
        for t in pending:
            t.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


print(asyncio.run(first(mirror('a', 1, False), mirror('b', 2, True), mirror('c', 3, True))))
