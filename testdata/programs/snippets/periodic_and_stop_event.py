# A periodic task that an event stops, by wait_for on the event.
import asyncio


async def periodic(stop, interval):
    n = 0
    while not stop.is_set():
        n += 1
        print(f'{asyncio.get_running_loop().time():.1f} tick {n}')
        try:
            await asyncio.wait_for(stop.wait(), interval)
        except asyncio.TimeoutError:
            pass
    return n


async def main():
    stop = asyncio.Event()
    t = asyncio.create_task(periodic(stop, 0.4))
    await asyncio.sleep(1.5)
    stop.set()
    print('ticks:', await t)


asyncio.run(main())
