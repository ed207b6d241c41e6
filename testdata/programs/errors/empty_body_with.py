# An async with without body.
async def f(x):
    async with x as y:
    print(y)
