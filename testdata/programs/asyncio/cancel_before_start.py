# A task cancelled before its first step runs no line, not even finally.
import asyncio


async def work():
    try:
        print('never printed')
        await asyncio.sleep(1)
    finally:
        print('nor this')


async def main():
    t = asyncio.create_task(work())
    print(t.cancel(), t.cancelled(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled', t.cancelled(), t.done())


asyncio.run(main())
