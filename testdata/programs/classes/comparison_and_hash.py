# __eq__, __lt__, __hash__: equality without hash makes an unhashable class.
class P:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, P) and self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f'P{self.n}'


class H(P):
    def __hash__(self):
        return hash(self.n)


print(P(1) == P(1), P(1) != P(1), P(1) == 1, P(1) < P(2), P(1) > P(2), sorted([P(3), P(1), P(2)]), max(P(1), P(5)), P(2) in [P(1), P(2)])
print(len({H(1), H(1), H(2)}), {H(1): 'x'}[H(1)])
try:
    {P(1)}
except TypeError as e:
    print(e)
try:
    P(1) <= P(2)
except TypeError as e:
    print(e)
