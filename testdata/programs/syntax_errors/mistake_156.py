# A mistake that the compiler finds, or none.
try:
  x
except E, e:
  pass