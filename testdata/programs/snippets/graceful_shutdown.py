# Cancel everything but oneself, gather, report.
import asyncio


async def service(name, cleanup):
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(f'{name}: cleaning up for {cleanup}s')
        await asyncio.sleep(cleanup)
        if name == 'db':
            raise RuntimeError('connection lost while closing')
        raise


async def shutdown():
    tasks = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    print('cancelling', [t.get_name() for t in tasks])
    [t.cancel() for t in tasks]
    for t, r in zip(tasks, await asyncio.gather(*tasks, return_exceptions=True)):
        print(t.get_name(), repr(r))


async def main():
    for name, s in [('web', 1), ('db', 2), ('cache', 0)]:
        asyncio.create_task(service(name, s), name=name)
    await asyncio.sleep(2.5)
    await shutdown()
    print('stopped at', asyncio.get_running_loop().time())


asyncio.run(main())
