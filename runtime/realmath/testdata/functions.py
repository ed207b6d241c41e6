"""Prints values of module math: python3.13 functions.py > functions.txt. Numbers are in hexadecimal."""
import math
import random

random.seed(5)


def add(name, *args):
    try:
        r = getattr(math, name)(*args)
    except (ValueError, OverflowError):
        return
    print(name, *[x.hex() for x in (*args, r)])


for i in range(60):
    unit, signed = random.random(), random.uniform(-1, 1)
    large, positive = random.uniform(-700, 700), math.exp(random.uniform(-50, 50))
    for x in (unit, signed, large, positive):
        for name in 'exp expm1 sin cos tan atan sinh cosh tanh asinh exp2 cbrt erf erfc gamma lgamma'.split():
            add(name, x)
    for x in (unit, positive, 1 + signed / 1000):
        for name in 'log log2 log10 log1p acosh'.split():
            add(name, x)
    for name in 'asin acos atanh'.split():
        add(name, signed)
    for name in ('sin', 'cos', 'tan'):
        add(name, math.exp(random.uniform(15, 700)))
    add('pow', positive, signed * 5)
    add('pow', unit, random.uniform(0, 20))
    add('pow', -float(random.randrange(1, 50)), float(random.randrange(-20, 20)))
    add('atan2', large, signed)
    add('hypot', large, signed)
