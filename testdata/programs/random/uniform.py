# uniform(a, b) is a + (b - a) * random().
import random

for s in 42, 43:
    random.seed(s)
    print([random.uniform(0.05, 1.0) for _ in range(4)], random.uniform(5, -5), random.uniform(3, 3), random.uniform(1e10, 1e10 + 1))
