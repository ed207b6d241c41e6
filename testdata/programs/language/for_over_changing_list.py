# A list changed during iteration is walked by index; a dict raises RuntimeError.
a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(x)
    print(x, a)
a = [0]
for x in a:
    if x < 4:
        a.append(x + 1)
print(a)
d = {1: 1}
try:
    for k in d:
        d[k + 1] = 0
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s:
        s.add(99)
except RuntimeError as e:
    print(e)
