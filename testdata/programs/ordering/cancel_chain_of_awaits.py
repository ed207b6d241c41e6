# A cancellation travels to the innermost awaited future and comes back up.
import asyncio


async def level(n):
    try:
        if n == 0:
            await asyncio.sleep(10)
        elif n == 2:
            await asyncio.create_task(level(n - 1), name=f'task{n}')
        else:
            await level(n - 1)
    except asyncio.CancelledError as e:
        print('level', n, asyncio.current_task().get_name(), e.args)
        raise
    finally:
        print('leaving', n)


async def main():
    t = asyncio.create_task(level(4), name='top')
    await asyncio.sleep(1)
    t.cancel('down')
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', e.args)


asyncio.run(main())
