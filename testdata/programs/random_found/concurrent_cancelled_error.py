# A CancelledError of concurrent.futures that leaves a thread becomes that of asyncio.
import asyncio
import concurrent.futures


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


def call(loop):
    return asyncio.run_coroutine_threadsafe(cancels_itself(), loop).result()


def raises(exception):
    raise exception


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.to_thread(call, loop))
    print(await asyncio.wait([task]) and task.cancelled())
    for exception in concurrent.futures.CancelledError('own'), concurrent.futures.InvalidStateError('own'), ValueError('own'):
        try:
            await asyncio.to_thread(raises, exception)
        except BaseException as e:
            print(type(e), e.args)


asyncio.run(main())
