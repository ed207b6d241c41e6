# staggered_race: coroutines of asyncio itself, runners in all_tasks(), a loser that will not stop, a cancelled race, wrong arguments.
import asyncio
import asyncio.staggered
from asyncio.staggered import staggered_race


async def later(seconds, name):
    await asyncio.sleep(seconds)
    return name


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('stubborn stays')
    return 'stubborn'


def show(prefix):
    for task in sorted(asyncio.all_tasks(), key=lambda t: t.get_name()):
        text = repr(task)
        if 'run_one_coro' in text or 'staggered_race' in text:
            print(prefix, task.get_name(), task.get_coro().__qualname__, task.get_coro().__name__)


async def main():
    print(asyncio.staggered.staggered_race is staggered_race, 'staggered_race' in dir(asyncio), asyncio.iscoroutinefunction(staggered_race))
    print(await staggered_race([lambda: asyncio.sleep(1, 'slept'), lambda: asyncio.sleep(0.1, 'never')], 2))
    queue = asyncio.Queue()
    asyncio.get_running_loop().call_later(0.5, queue.put_nowait, 'item')
    print(await staggered_race([queue.get, lambda: later(3, 'x')], 0.2))

    race = asyncio.create_task(staggered_race([lambda: later(2, 'a'), lambda: later(9, 'b'), lambda: later(9, 'c')], 0.5), name='race')
    await asyncio.sleep(0.7)
    show('running')
    race.cancel('enough')
    try:
        await race
    except asyncio.CancelledError as e:
        print('cancelled', e.args)
    await asyncio.sleep(0)
    show('left')

    try:
        print(await staggered_race([lambda: later(2, 'first'), stubborn], 1))
    except AssertionError as e:
        print('AssertionError', e)
    try:
        print(await staggered_race([stubborn, lambda: later(2, 'first')], 1))
    except AssertionError as e:
        print('AssertionError', e)
    for arguments in ((None, 1), ([1], 1), ([lambda: 1], None), ([lambda: later(1, 'x')], 'soon')):
        try:
            print(await staggered_race(*arguments))
        except Exception as e:
            print(type(e).__name__, e)
    try:
        await staggered_race([])
    except TypeError as e:
        print(e)

    def functions():
        yield lambda: later(1, 'one')
        print('asked for the second')
        yield lambda: later(0.1, 'two')
        raise ValueError('no more')

    print(await staggered_race(functions(), 0.3, loop=asyncio.get_running_loop()))

    def broken():
        yield lambda: later(1, 'one')
        raise ValueError('no more')

    try:
        print(await staggered_race(broken(), 0.3))
    except ValueError as e:
        print('ValueError', e)
    show('at the end')


asyncio.run(main())
