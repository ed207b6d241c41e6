# Uncaught KeyError: the key is shown as repr.
d = {('a', 1): 2}
try:
    d[('a', 2)]
except KeyError as e:
    print(e, e.args)
try:
    [1, 2][-3]
except IndexError as e:
    print(e)
d['miss\n']
