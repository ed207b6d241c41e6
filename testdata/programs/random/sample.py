# sample by pool for big fractions and by set for small ones; counts; errors.
import random

random.seed(11)
print(random.sample(range(10), 10), random.sample(range(10000), 4), random.sample('abcdef', 3), random.sample([1, 2], 0))
print(random.sample(range(50), 25), random.sample(range(22), 5), random.sample(range(21), 5))
print(random.sample(['a', 'b'], counts=[3, 2], k=4))
for args in [([1], 2), ([1], -1), ({1}, 1)]:
    try:
        random.sample(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
