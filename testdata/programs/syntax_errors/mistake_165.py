# A mistake that the compiler finds, or none.
async def f(): yield 1; return 2