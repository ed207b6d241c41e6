# A mistake that the compiler finds, or none.
if x:
	y
        z