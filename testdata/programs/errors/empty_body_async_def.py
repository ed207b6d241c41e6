# An async def without body, whose next line is a def.
async def a():
async def b():
    pass
