# An exception that only the library has seen still has a traceback.
import asyncio


async def late():
    async with asyncio.timeout(0.1):
        await asyncio.Event().wait()


async def joins():
    try:
        await asyncio.Queue().get()
    except asyncio.CancelledError:
        raise ValueError('cancelled')


async def main():
    results = await asyncio.gather(late(), asyncio.wait_for(asyncio.Event().wait(), 0.1), asyncio.wait_for(asyncio.sleep(1), 0),
                                   return_exceptions=True)
    for e in results:
        asyncio.get_running_loop().call_exception_handler({'message': 'kept', 'exception': e})
    task = asyncio.create_task(joins())
    await asyncio.sleep(0)
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


asyncio.run(main())
