# A cancelled gather(return_exceptions=True) raises the CancelledError of its last argument.
import asyncio


async def slow():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(slow())
    await asyncio.sleep(0)
    both = asyncio.gather(task, asyncio.sleep(0), return_exceptions=True)
    both.cancel('first')
    await asyncio.sleep(0.1)
    both.cancel('second')
    try:
        await both
    except asyncio.CancelledError as e:
        print(e.args, repr(e.__context__))
    try:
        await task
    except asyncio.CancelledError as e:
        print(e.args, repr(e.__context__))


asyncio.run(main())
