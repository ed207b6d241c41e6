# Every function of itertools.
from itertools import *
import operator
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(batched('abcdefg', 3)), list(chain([1], 'ab')), list(chain.from_iterable([[1], [2, 3]])), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)), list(compress('abcd', [1, 0, 1])), list(islice(count(5, 2), 3)), list(islice(count(1.5, .5), 3)), list(islice(cycle('ab'), 5)))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(lambda x: x % 2, range(5))), [(k, list(g)) for k, g in groupby('aabbba')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)], list(islice('abcdef', 1, None, 2)), list(pairwise('abcd')), list(permutations('abc', 2)), list(product('ab', repeat=2)), list(product([1, 2], 'x')), list(repeat(1, 3)), list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), [list(t) for t in tee([1, 2], 3)], list(zip_longest('ab', 'c', fillvalue='-')))
print(count(3), repeat('x'), repeat('x', 2), list(batched([1, 2, 3], 2)), list(chain()), list(product()), list(permutations([])), list(combinations([1], 2)))
for f in (lambda: list(batched([1, 2, 3], 2, strict=True)), lambda: list(islice([1], -1)), lambda: combinations([1], -1), lambda: batched([1], 0), lambda: tee([], -1), lambda: count('a'), lambda: accumulate(), lambda: zip_longest(1), lambda: list(repeat(1, 'x'))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
g = groupby('aab'); k, it = next(g); next(g); print(list(it))
c = cycle([]); print(list(c)); a, b = tee(iter(range(4))); next(a); print(list(a), list(b))
