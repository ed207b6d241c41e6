# Infinite generators in a pipeline with itertools.
import itertools


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


evens = (n for n in naturals() if n % 2 == 0)
squares = (n * n for n in evens)
print(list(take(5, squares)), list(itertools.islice(naturals(), 3, 9, 2)))


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(itertools.takewhile(lambda p: p < 40, primes())))
