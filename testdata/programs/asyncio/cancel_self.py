# A task that cancels itself gets the CancelledError at its next await.
import asyncio


async def main():
    asyncio.current_task().cancel()
    print('still running')
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('at the await')
        asyncio.current_task().uncancel()
    return 'ok'


print(asyncio.run(main()))
