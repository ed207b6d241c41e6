# sort is stable, calls key once per item, and leaves the list on errors of comparison.
calls = []


def key(x):
    calls.append(x)
    return x[1]


data = [('a', 2), ('b', 1), ('c', 2), ('d', 1), ('e', 0)]
print(sorted(data, key=key), len(calls))
print(sorted(data, key=lambda p: p[1], reverse=True))
print(sorted([[2], [1, 5], [1]]), sorted([True, 0, 2.5, -1]), sorted(['b', 'B', 'a', 'A']))
try:
    sorted([1, 'a', 2])
except TypeError as e:
    print(e)
try:
    sorted(5)
except TypeError as e:
    print(e)
try:
    sorted([1], key=5)
except TypeError as e:
    print(e)
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, reverse=True)[:3])
