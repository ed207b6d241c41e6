# What closing an asynchronous generator at the end of asyncio.run() raises goes to the exception handler.
import asyncio

KEPT = []


def handler(loop, context):
    e = context['exception']
    print('handler', context['message'].split(' at 0x')[0], type(e).__name__, e, context['asyncgen'] in KEPT)


async def numbers(what):
    try:
        yield 1
    finally:
        print('closing', what)
        if what == 'waits':
            await asyncio.sleep(1)
        if what == 'raises':
            raise ValueError('no')
        if what == 'yields':
            yield 2
        if what == 'exits':
            raise asyncio.CancelledError('not an Exception')


async def start(what):
    g = numbers(what)
    KEPT.append(g)
    print(await anext(g))
    return g


async def closes_late(g):
    await g.aclose()


async def main(what):
    asyncio.get_running_loop().set_exception_handler(handler)
    g = await start(what)
    if what == 'waits':
        KEPT.append(asyncio.create_task(closes_late(g)))


for what in ('waits', 'raises', 'yields', 'exits'):
    asyncio.run(main(what))
    print(what, asyncio.isfuture(KEPT[-1]) and KEPT[-1].cancelled())


async def without_handler():
    await start('raises')

asyncio.run(without_handler())
