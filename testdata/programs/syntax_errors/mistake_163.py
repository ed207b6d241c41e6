# A mistake that the compiler finds, or none.
if x:
  pass
 else:
  pass