# A mistake that the compiler finds, or none.
while True
  pass