# A mistake that the compiler finds, or none.
match x:
  case {**r, 'a': 1}: pass