# math: rounding, roots, combinatorics, constants, comparison, errors.
import math

print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.sqrt(2), math.isqrt(17), math.hypot(3, 4), math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.5), math.frexp(8), math.ldexp(0.5, 4))
print(math.log(math.e), math.log(8, 2), math.log10(1000), math.log2(1024), math.exp(1), math.degrees(math.pi), math.floor(10 ** 20 + 0.5), math.dist((0, 0), (1, 1)))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.floor('a'), lambda: math.gcd(1.5, 2)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
