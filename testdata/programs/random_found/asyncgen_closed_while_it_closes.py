# Seed 518623: at the end of asyncio.run() an asynchronous generator is closed that is being closed already.
import asyncio
import contextlib
import time
class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0.3)
    async def __aexit__(self, typ, e, traceback):
        await asyncio.sleep(0.3)
def handler(loop, context):
    print('handler', context['message'].split(' at 0x')[0], context['exception'])
async def agen0():
    try:
        yield 1
    finally:
        async with Manager():
            print('entered')
async def coro1():
    async with contextlib.aclosing(agen0()) as gen13:
        async for i in gen13:
            print(i)
def work_with(loop, coro):
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return future.result(0.1)
    except TimeoutError as e:
        print('cancelled from a thread', future.cancel())
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    asyncio.create_task(asyncio.to_thread(work_with, loop, coro1()))
asyncio.run(main())
