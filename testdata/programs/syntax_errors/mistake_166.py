# A mistake that the compiler finds, or none.
def f():
  return 1
  yield from x