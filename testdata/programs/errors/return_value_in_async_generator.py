# return with a value in an async generator.
async def gen():
    yield 1
    return 2
