# A keyword given twice in a call.
f(a=1, a=2)
