# The context of a CancelledError that comes while a condition takes its lock again: what ended the wait, if that was an error.
import asyncio
def chain(e):
    names = []
    while e is not None:
        names.append(repr(e)); e = e.__context__
    return ' < '.join(names)
cond = asyncio.Condition()
async def waits(n, how):
    try:
        async with cond:
            if how == 'wait':
                await cond.wait()
            else:
                await cond.wait_for(lambda: False)
    except BaseException as e:
        print(n, chain(e))
async def main():
    for how in ('wait', 'wait_for'):
        t = asyncio.create_task(waits(how, how))
        await asyncio.sleep(0)
        async with cond:
            t.cancel('one')
            await asyncio.sleep(0.1)
            t.cancel('two')
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.1)
        t = asyncio.create_task(waits(how, how))
        await asyncio.sleep(0)
        async with cond:
            cond.notify()
            await asyncio.sleep(0.1)
            t.cancel('two')
            await asyncio.sleep(0.1)
            t.cancel('three')
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.1)
asyncio.run(main())
