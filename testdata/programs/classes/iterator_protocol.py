# A class as its own iterator, iteration twice, and unpacking of it.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


c = Countdown(4)
print(next(c), list(c), list(c), max(Countdown(9)), sum(Countdown(5)))
a, *rest = Countdown(3)
print(a, rest, 2 in Countdown(5), dict(zip('ab', Countdown(5))))


class NoIter:
    pass


class BadIter:
    def __iter__(self):
        return 5


for thing in NoIter(), BadIter():
    try:
        list(thing)
    except TypeError as e:
        print(e)
