# A traceback through a chain of awaits and an asynchronous generator.
class Suspend:
    def __await__(self):
        yield


async def leaf():
    await Suspend()
    raise ValueError('deep')


async def agen():
    yield 1
    await leaf()


async def root():
    async for x in agen():
        await Suspend()


c = root()
c.send(None)
c.send(None)
c.send(None)
