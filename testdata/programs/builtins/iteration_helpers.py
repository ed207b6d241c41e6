# enumerate, zip, map, filter, reversed, iter, next, sorted.
print(list(enumerate('ab', start=5)), list(zip([1, 2, 3], 'ab')), dict(enumerate('xy')))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2])), ''.join(reversed('abc')), sorted('hello'), sorted([3, -1, 2], key=abs), sorted({'b': 1, 'a': 2}))
it = iter([1, 2])
print(next(it), next(it), next(it, 'default'), next(iter(''), None))
try:
    next(it)
except StopIteration as e:
    print('StopIteration', e.value)
print(list(zip()), list(zip([], [1])), list(zip(*[(1, 'a'), (2, 'b')])))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
n = iter([3, 0, 5].pop, 0)
print(list(n), type(map(str, [])).__name__, max(map(len, ['a', 'bbb'])))
