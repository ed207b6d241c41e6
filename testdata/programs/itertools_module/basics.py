# The tools of itertools.
from itertools import accumulate, batched, chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest

print(list(chain('ab', [1])), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(5, 2), 3)), list(islice(cycle('ab'), 5)), list(repeat(7, 2)))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(batched('abcde', 2)), list(pairwise([1, 2, 3])))
print(list(combinations('abc', 2)), list(permutations([1, 2, 3], 2)), list(product('ab', [1, 2])), list(product([0, 1], repeat=2)))
print(list(compress('abcd', [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(None, [0, 1, ''])))
print([(k, list(g)) for k, g in groupby('aabca')], list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('ab', [1], fillvalue='-')))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), list(islice([1, 2, 3, 4], 1, None, 2)), count(1))
