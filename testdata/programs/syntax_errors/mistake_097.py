# A mistake that the compiler finds, or none.
x = {'a': 1 'b': 2}