# A mistake that the compiler finds, or none.
def f():
  x = 1
  global x