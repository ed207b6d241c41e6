# A dict with = instead of a colon.
d = {'a' = 1}
