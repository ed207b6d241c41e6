# Random objects have streams of their own; getstate and setstate; randbytes.
import random

a, b = random.Random(1), random.Random(1)
print(a.random() == b.random(), a.randint(1, 100), random.Random(2).choice('xyz'))
state = a.getstate()
x = [a.random() for _ in range(3)]
a.setstate(state)
print(x == [a.random() for _ in range(3)], state[0], len(state[1]))
print(b.randbytes(6), b.getrandbits(5), b.getrandbits(100), b.getrandbits(0))
