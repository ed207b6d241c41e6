# What may be a dict key; equal keys of unlike types; tuples as keys.
d = {1: 'int', (1, 2): 'tuple', 'a': 'str', None: 'none', 1.5: 'float', True: 'bool', frozenset([1]): 'fs', print: 'function', int: 'type'}
print(d[1], d[(1, 2)], d[None], d[3 / 2], d[frozenset([1])], d[print], d[int], len(d))
for k in [[1], {}, {1}, ([],), slice(1)]:
    try:
        print({k: 1}[k])
    except TypeError as e:
        print(e)
