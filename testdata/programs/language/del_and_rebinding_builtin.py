# Shadowing a built-in name and taking it back.
list_ = [3, 1]
max = lambda *a: 'mine'
print(max(1, 2))
del max
print(max(1, 2))


def f(sum):
    return sum + 1


print(f(1), sum([1, 2]))
str = 5
try:
    str(1)
except TypeError as e:
    print(e)
