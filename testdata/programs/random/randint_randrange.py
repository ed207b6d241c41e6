# randint and randrange by rejection sampling of random bits, for small and huge ranges.
import random

random.seed(123)
print([random.randint(0, 1) for _ in range(12)], [random.randint(-5, 5) for _ in range(12)])
print([random.randrange(10) for _ in range(10)], [random.randrange(5, 50, 5) for _ in range(10)], [random.randrange(10, 0, -3) for _ in range(5)])
print(random.randint(1, 1), random.randint(0, 2 ** 32), random.randint(0, 10 ** 30), random.randrange(2 ** 64))
for args in [(0,), (5, 5), (5, 1), (1, 10, 0), (1.5,)]:
    try:
        random.randrange(*args)
    except (ValueError, TypeError) as e:
        print(args, type(e).__name__, e)
try:
    random.randint(5, 1)
except ValueError as e:
    print(e)
