# gc.collect() finds a future whose exception nobody retrieved, and a task that waits for what nobody else has.
import asyncio
import gc


async def forgotten():
    future = asyncio.Future()
    await future
    print('never')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], sorted(context), context.get('exception')))
    future = loop.create_future()
    future.set_exception(ValueError('kept'))
    other = loop.create_future()
    other.set_exception(KeyError('retrieved'))
    other.exception()
    del other
    gc.collect()
    print('nothing yet')
    task = asyncio.Task(forgotten())
    await asyncio.sleep(0)
    gc.collect()
    print(len(asyncio.all_tasks()))
    task = None
    gc.collect()
    print(len(asyncio.all_tasks()))
    del future
    gc.collect()
    print('end')


asyncio.run(main())
