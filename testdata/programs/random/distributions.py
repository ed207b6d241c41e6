# The continuous distributions, bit for bit.
import random

random.seed(2024)
print(random.gauss(0, 1), random.gauss(0, 1), random.gauss(10, 2), random.gauss())
print(random.normalvariate(0, 1), random.lognormvariate(0, 0.5), random.expovariate(1.5), random.expovariate())
print(random.triangular(0, 10, 3), random.triangular(), random.betavariate(2, 3), random.gammavariate(0.5, 2), random.gammavariate(2, 1), random.gammavariate(1, 1))
print(random.paretovariate(3), random.weibullvariate(1, 1.5), random.vonmisesvariate(1, 2), random.binomialvariate(10, 0.3), random.binomialvariate(1000, 0.4))
