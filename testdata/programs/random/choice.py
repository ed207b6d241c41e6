# choice from lists, strings, tuples and ranges; an empty one is an IndexError.
import random

random.seed(9)
print([random.choice(['red', 'green', 'blue']) for _ in range(8)])
print(random.choice('abc'), random.choice((1, 2)), random.choice(range(100, 200)))
try:
    random.choice([])
except IndexError as e:
    print(e)
try:
    random.choice({1, 2})
except TypeError as e:
    print(e)
try:
    random.choice(5)
except TypeError as e:
    print(e)
