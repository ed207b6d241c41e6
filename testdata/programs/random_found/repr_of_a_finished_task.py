# A task that is done is not shown as cancelling, whatever was asked of it last.
import asyncio


async def raises():
    asyncio.current_task().cancel()
    raise ValueError


async def main():
    task = asyncio.create_task(raises())
    await asyncio.wait([task])
    print(task.cancelling(), repr(task).split(' coro')[0])


asyncio.run(main())
