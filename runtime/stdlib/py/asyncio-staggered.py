"""Races of coroutines that start one after the other (CPython 3.13 asyncio/staggered.py)."""

import asyncio

__all__ = ('staggered_race',)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Runs coroutine functions until one succeeds; the next one starts when delay seconds
    have passed or the one before it has failed.

    Returns (result, index, exceptions) of the winner; the first two are None when all failed.
    """
    loop = loop or asyncio.get_running_loop()
    starters = enumerate(coro_fns)
    result = winner = None
    exceptions = []
    runners = []

    async def run_one(previous_failed):
        nonlocal result, winner
        if previous_failed is not None:
            try:
                await asyncio.wait_for(previous_failed.wait(), delay)
            except TimeoutError:
                pass
        try:
            index, start = next(starters)
        except StopIteration:
            return
        failed = asyncio.Event()
        runners.append(loop.create_task(run_one(failed)))
        exceptions.append(None)
        try:
            value = await start()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            exceptions[index] = e
            failed.set()
        else:
            result, winner = value, index
            for i, runner in enumerate(runners):
                if i != index:
                    runner.cancel()

    runners.append(loop.create_task(run_one(None)))
    try:
        done_count = 0
        while done_count != len(runners):
            done, _ = await asyncio.wait(runners)
            done_count = len(done)
            for runner in done:
                if not runner.cancelled() and runner.exception():
                    raise runner.exception()
        return result, winner, exceptions
    finally:
        for runner in runners:
            runner.cancel()
