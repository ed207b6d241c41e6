"""Prints what CPython's random draws for many seeds: python3.13 record_random.py > random.txt

A line is: seed, call, and the results. Floats are in hexadecimal."""
import random

SEEDS = [0, 1, 2, 7, 42, 1234567, 2**31, 2**32 - 1, 2**32, 2**63 - 1]
EXACT = ['random()', 'getrandbits(1)', 'getrandbits(17)', 'getrandbits(32)', 'getrandbits(33)', 'getrandbits(53)', 'randrange(1)',
         'randrange(10)', 'randrange(1, 1000000)', 'randrange(0, 100, 7)', 'randrange(100, 0, -3)', 'randint(-5, 5)',
         'randint(1, 6)', 'uniform(-1, 1)', 'uniform(0.5, 2.5)', 'triangular()', 'triangular(0, 10, 3)', 'choices([10, 20, 30], k=5)',
         'choices([10, 20, 30], weights=[5, 3, 1], k=5)', 'sample(range(10), 4)', 'sample(range(1000), 6)', 'sample(range(22), 6)']
# These go through elementary functions, where CPython's C library is now and then one unit
# in the last place off.
CLOSE = ['gauss(0, 1)', 'normalvariate(0, 1)', 'lognormvariate(0, 0.5)', 'expovariate(1.5)', 'vonmisesvariate(1, 2)',
         'gammavariate(0.5, 2)', 'gammavariate(2, 1)', 'gammavariate(1, 1)', 'betavariate(2, 3)', 'paretovariate(3)',
         'weibullvariate(1, 1.5)', 'binomialvariate(10, 0.3)', 'binomialvariate(1000, 0.4)']


def show(v):
    if isinstance(v, list):
        return ','.join(map(show, v))
    return v.hex() if isinstance(v, float) else str(v)


for seed in SEEDS:
    for kind, calls in (('exact', EXACT), ('close', CLOSE)):
        for call in calls:
            random.seed(seed)
            print(seed, kind, call.replace(' ', ''), *[show(eval('random.' + call)) for _ in range(20)])
