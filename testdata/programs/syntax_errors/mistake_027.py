# A mistake that the compiler finds, or none.
x = [i for i in]