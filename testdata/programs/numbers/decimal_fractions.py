# Decimal and Fraction.
from decimal import Decimal, getcontext
from fractions import Fraction

print(Decimal('0.1') + Decimal('0.2'), Decimal(1) / Decimal(7), Decimal('1.10'), Decimal('2.675').quantize(Decimal('0.01')), repr(Decimal('1e3')))
getcontext().prec = 6
print(Decimal(2).sqrt(), Decimal(0.1))
print(Fraction(3, 6), Fraction('0.25') + Fraction(1, 3), Fraction(1, 3) * 3 == 1, float(Fraction(1, 8)), repr(Fraction(-2, 4)), Fraction(0.5))
