# choices with and without weights.
import random

random.seed(3)
print(random.choices('abc', k=8), random.choices([1, 2, 3], weights=[10, 1, 1], k=8), random.choices('xy', cum_weights=[1, 4], k=5))
for kw in [{'weights': [1]}, {'weights': [0, 0]}, {'weights': [1, 2], 'cum_weights': [1, 2]}]:
    try:
        random.choices('ab', **kw)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
