# Timers that are due come behind what is ready already, and the number run in a pass is fixed.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def again(n):
        log.append(f'soon {n}')
        if n < 3:
            loop.call_soon(again, n + 1)
    loop.call_later(0, log.append, 'timer 0')
    loop.call_later(-5, log.append, 'timer past')
    loop.call_at(loop.time(), log.append, 'timer now')
    loop.call_soon(again, 0)
    await asyncio.sleep(0)
    log.append('main')
    await asyncio.sleep(0)
    log.append('main')
    await asyncio.sleep(1)
    print(log)


asyncio.run(main())
