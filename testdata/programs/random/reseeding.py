# The same seed gives the same stream again; the streams of kinds of draw are one.
import random

random.seed(5)
a = [random.random() for _ in range(700)]
random.seed(5)
b = [random.random() for _ in range(700)]
print(a == b, a[0], a[311], a[312], a[623], a[624], a[699])
random.seed(5)
print(random.randint(0, 9), random.random(), random.choice([1, 2, 3]), random.random())
