# A dict without value after the colon.
d = {'a': , 'b': 2}
