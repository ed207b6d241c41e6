# A loop class of the program: asyncio's functions go through its methods.
import asyncio


class Loop(type(asyncio.new_event_loop())):
    def __init__(self):
        super().__init__()
        self.passes = 0
        self.timers = []

    def call_at(self, when, callback, *args, context=None):
        self.timers.append(round(when, 3))
        return super().call_at(when, callback, *args, context=context)

    def _run_once(self):
        self.passes += 1
        super()._run_once()


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    loop.call_later(0.5, print, 'later')
    async with asyncio.timeout(5):
        await asyncio.sleep(1)
    try:
        await asyncio.wait_for(loop.create_future(), 2)
    except TimeoutError:
        print('timeout')
    await asyncio.wait([asyncio.create_task(asyncio.sleep(1))], timeout=3)
    for f in asyncio.as_completed([asyncio.sleep(0.25)], timeout=9):
        await f
    return loop


with asyncio.Runner(loop_factory=Loop) as runner:
    loop = runner.run(main())
    print(loop.timers, loop.passes > 10, type(loop).__name__, isinstance(loop, asyncio.BaseEventLoop))
