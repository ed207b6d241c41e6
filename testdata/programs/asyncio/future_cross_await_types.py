# Awaiting a future twice, in two tasks, after its exception, and through gather.
import asyncio


async def waiter(n, f):
    try:
        return n, await f
    except ValueError as e:
        return n, repr(e), e.__traceback__ is not None


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    ts = [asyncio.create_task(waiter(i, f)) for i in range(3)]
    loop.call_later(1, f.set_exception, ValueError('shared'))
    print(await asyncio.gather(*ts))
    print(await waiter('late', f), f.exception() is f.exception())


asyncio.run(main())
