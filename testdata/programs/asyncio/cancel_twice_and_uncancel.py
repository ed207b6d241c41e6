# cancelling() counts requests, uncancel() takes one back.
import asyncio


async def work():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('cancelling', me.cancelling())
        print('uncancel', me.uncancel(), me.cancelling(), me.uncancel(), me.uncancel())
    await asyncio.sleep(1)
    return 'fine'


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    print(t.cancel('one'), t.cancel('two'))
    print(await t)


asyncio.run(main())
