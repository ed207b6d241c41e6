# yield from in a coroutine.
async def f(xs):
    yield from xs
