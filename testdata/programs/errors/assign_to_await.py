# Assignment to an await expression.
async def f(x):
    await x = 5
