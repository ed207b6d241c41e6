# async with without a colon.
async def f(lock):
    async with lock
        pass
