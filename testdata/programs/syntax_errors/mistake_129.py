# A mistake that the compiler finds, or none.
for x in y: pass else: pass