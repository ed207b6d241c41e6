# The order of a set of ints after removals: deleted places in the table are used again.
import random

s = {1, 9, 17}
s.discard(9)
s.add(25)
print(s)
s = {1, 9, 17}
s.discard(1)
s.discard(9)
s.add(25)
s.add(33)
print(s)
s = set()
for i in range(400):
    x = random.randrange(200)
    if random.random() < 0.5:
        s.add(x)
    else:
        s.discard(x)
    if i % 50 == 0:
        print(s)
