# A mistake that the compiler finds, or none.
else: pass