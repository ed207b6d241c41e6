# del of names, items and slices, and the errors afterwards.
a, b = 1, [1, 2, 3]
d = {'x': 1, 'y': 2}
del b[0], d['x']
print(b, d)
del a
try:
    print(a)
except NameError as e:
    print(e)
try:
    del d['nothing']
except KeyError as e:
    print('KeyError', e)
try:
    del b[9]
except IndexError as e:
    print(e)
try:
    del a
except NameError as e:
    print(e)
