# A mistake that the compiler finds, or none.
async def f():
  def g():
    await x