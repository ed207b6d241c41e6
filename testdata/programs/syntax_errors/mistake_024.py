# A mistake that the compiler finds, or none.
f(**k, *a)