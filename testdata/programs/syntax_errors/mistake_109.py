# A mistake that the compiler finds, or none.
lambda x=1, y: 0