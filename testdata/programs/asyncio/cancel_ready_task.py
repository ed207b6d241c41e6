# cancel() of a task whose awaited future is already done still cancels it at its next step.
import asyncio


async def work(f):
    try:
        print('got', await f)
    except asyncio.CancelledError:
        print('cancelled although the future is done')
        raise


async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(work(f))
    await asyncio.sleep(0)
    f.set_result(1)
    print(t.cancel())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.cancelled())


asyncio.run(main())
