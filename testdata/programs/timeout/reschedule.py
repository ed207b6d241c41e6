# reschedule moves the deadline, None lifts it; timeout_at takes an absolute time.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0.5)
        cm.reschedule(loop.time() + 5)
        await asyncio.sleep(3)
        cm.reschedule(None)
        await asyncio.sleep(50)
    print(cm.expired(), cm.when(), loop.time())
    try:
        async with asyncio.timeout_at(loop.time() + 1) as cm:
            await asyncio.sleep(2)
    except TimeoutError:
        print(cm.when(), loop.time())
    try:
        cm.reschedule(5)
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout_at(loop.time() - 10):
            print('the body starts')
            await asyncio.sleep(0)
            print('not printed')
    except TimeoutError:
        print('past deadline')


asyncio.run(main())
