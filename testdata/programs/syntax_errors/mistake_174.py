# A mistake that the compiler finds, or none.
print(f"{a['b']!r:>{w}} {x=!q}")