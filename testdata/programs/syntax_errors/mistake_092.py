# A mistake that the compiler finds, or none.
match x:
  case _: pass
  case 1: pass