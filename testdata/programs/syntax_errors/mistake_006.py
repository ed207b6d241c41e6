# A mistake that the compiler finds, or none.
class A
  pass