# Operator methods, reflected and in-place, NotImplemented and its TypeError.
class V:
    def __init__(self, *xs):
        self.xs = xs

    def __repr__(self):
        return f'V{self.xs}'

    def __add__(self, other):
        if not isinstance(other, V):
            return NotImplemented
        return V(*(a + b for a, b in zip(self.xs, other.xs)))

    def __mul__(self, k):
        return V(*(x * k for x in self.xs))

    def __rmul__(self, k):
        return self * k

    def __iadd__(self, other):
        self.xs = tuple(x + other for x in self.xs)
        return self

    def __neg__(self):
        return V(*(-x for x in self.xs))

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.xs, other.xs))

    def __rsub__(self, other):
        return f'{other} - V'

    def __divmod__(self, other):
        return 'divmod'

    def __pow__(self, n, m=None):
        return (n, m)


v = V(1, 2)
print(v + V(3, 4), v * 3, 3 * v, -v, v @ v, 10 - v, divmod(v, 2), v ** 2, pow(v, 2, 3))
w = v
w += 10
print(v, w is v)
for f in [lambda: v + 1, lambda: 1 + v, lambda: v - 1, lambda: v / v, lambda: ~v, lambda: v < v]:
    try:
        f()
    except TypeError as e:
        print(e)
