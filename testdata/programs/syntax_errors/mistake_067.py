# A mistake that the compiler finds, or none.
[x async for x in y]