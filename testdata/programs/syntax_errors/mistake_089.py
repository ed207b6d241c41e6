# A mistake that the compiler finds, or none.
match x:
  case a | b: pass