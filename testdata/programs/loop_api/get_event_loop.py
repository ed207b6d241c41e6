# get_event_loop inside and outside of a coroutine.
import asyncio
import warnings

warnings.simplefilter('ignore')


async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop())


asyncio.run(main())
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
asyncio.set_event_loop(loop := asyncio.new_event_loop())
print(asyncio.get_event_loop() is loop)
loop.run_until_complete(main())
