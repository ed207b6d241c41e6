# t[0] += [1] on a tuple raises TypeError, and yet the list has grown.
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e)
print(t)
