# shuffle in place, from the end; gives None.
import random

for s in 1, 2, 3:
    random.seed(s)
    x = list(range(12))
    print(random.shuffle(x), x)
words = 'one two three'.split()
random.shuffle(words)
print(words)
try:
    random.shuffle((1, 2))
except TypeError as e:
    print(e)
