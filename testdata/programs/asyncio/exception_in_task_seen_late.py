# A task's exception waits for the one who awaits it; the traceback shows both places.
import asyncio


async def fails():
    await asyncio.sleep(0.1)
    raise KeyError('missing')


async def main():
    t = asyncio.create_task(fails())
    await asyncio.sleep(1)
    print(t.done(), repr(t.exception()))
    try:
        t.result()
    except KeyError as e:
        print('result() raises', e)
    await t


asyncio.run(main())
