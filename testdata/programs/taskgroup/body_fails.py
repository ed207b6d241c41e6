# An exception of the body cancels the children and is put in the group with theirs.
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        raise KeyError('in cleanup')


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            tg.create_task(asyncio.sleep(9))
            await asyncio.sleep(1)
            raise ValueError('body')
    except BaseExceptionGroup as eg:
        print(repr(eg))


asyncio.run(main())
