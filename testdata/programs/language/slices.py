# Slices of sequences: negative bounds, steps, assignment and deletion.
a = list(range(10))
print(a[2:5], a[-3:], a[:-7], a[::3], a[::-2], a[8:2:-2], a[100:], a[-100:2])
a[1:3] = ['x', 'y', 'z']
print(a)
a[::4] = [0, 0, 0]
print(a)
del a[1:4], a[-1]
print(a)
print('hello'[::-1], (1, 2, 3)[1:], range(10)[2:8:3])
a[2:2] = [7, 7]
print(a, a[slice(0, 2)])
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
try:
    'abc'[1:2:0]
except ValueError as e:
    print(e)
