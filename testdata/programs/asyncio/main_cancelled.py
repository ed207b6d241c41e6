# Cancelling main itself makes asyncio.run raise CancelledError.
import asyncio


async def main():
    me = asyncio.current_task()
    asyncio.get_running_loop().call_later(1, me.cancel)
    try:
        await asyncio.sleep(10)
    finally:
        print('finally at', asyncio.get_running_loop().time())


try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print(repr(e))
