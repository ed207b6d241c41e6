# Recursion, mutual recursion, functions in containers, functions as values.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run


print([fib(i) for i in range(15)], even(10), odd(7))
print(compose(abs, str, lambda s: s * 2)(-4))
table = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print({k: f(5, 3) for k, f in table.items()})
