# A mistake that the compiler finds, or none.
match x:
  case 1:
  pass