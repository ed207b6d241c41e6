# A mistake that the compiler finds, or none.
async def f():
  yield from x