"""Rational numbers."""

import math
import numbers
import operator

__all__ = ['Fraction']


def _parse(text):
    s = text.strip().replace('_', '')
    sign = -1 if s.startswith('-') else 1
    body = s.lstrip('+-') if len(s) - len(s.lstrip('+-')) <= 1 else '?'
    try:
        if '/' in body:
            n, _, d = body.partition('/')
            if not n.isdigit() or not d.isdigit():
                raise ValueError
            return sign * int(n), int(d)
        mantissa, _, exponent = body.lower().partition('e')
        whole, dot, decimals = mantissa.partition('.')
        if not (whole + decimals).isdigit() or 'e' in body.lower() and not exponent.lstrip('+-').isdigit():
            raise ValueError
        n, d = int(whole + decimals), 10 ** len(decimals)
        if exponent:
            e = int(exponent)
            n, d = (n * 10 ** e, d) if e >= 0 else (n, d * 10 ** -e)
        return sign * n, d
    except ValueError:
        raise ValueError(f'Invalid literal for Fraction: {text!r}') from None


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._of(numerator, 1)
            if isinstance(numerator, str):
                n, d = _parse(numerator)
            elif isinstance(numerator, numbers.Rational):
                n, d = numerator.numerator, numerator.denominator
            elif hasattr(numerator, 'as_integer_ratio'):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance or have the as_integer_ratio() method')
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            n, d = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        return cls._of(n // g, d // g)

    @classmethod
    def _of(cls, n, d):
        self = object.__new__(cls)
        self._numerator, self._denominator = n, d
        return self

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec[-1:] in 'eEfFgG%':
            return format(float(self), spec)
        return format(str(self), spec)

    def _apply(self, other, exact, fallback):
        if isinstance(other, (int, Fraction)):
            return exact(self, other)
        if isinstance(other, float):
            return fallback(float(self), other)
        if isinstance(other, complex):
            return fallback(complex(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._apply(other, lambda a, b: Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
                           operator.add)

    __radd__ = __add__

    def __sub__(self, other):
        return self._apply(other, lambda a, b: Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
                           operator.sub)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        return self._apply(other, lambda a, b: Fraction(a.numerator * b.numerator, a.denominator * b.denominator), operator.mul)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._apply(other, _divide, operator.truediv)

    def __rtruediv__(self, other):
        return self._apply(other, lambda a, b: _divide(Fraction(b), a), lambda a, b: b / a)

    def __floordiv__(self, other):
        return self._apply(other, lambda a, b: a.numerator * b.denominator // (a.denominator * b.numerator), operator.floordiv)

    def __rfloordiv__(self, other):
        return self._apply(other, lambda a, b: b.numerator * a.denominator // (b.denominator * a.numerator), lambda a, b: b // a)

    def __mod__(self, other):
        return self._apply(other, lambda a, b: a - b * (a // b), operator.mod)

    def __rmod__(self, other):
        return self._apply(other, lambda a, b: b - a * (b // a), lambda a, b: b % a)

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, other):
        if isinstance(other, int):
            n, d = self._numerator, self._denominator
            if other >= 0:
                return Fraction(n ** other, d ** other)
            if n == 0:
                raise ZeroDivisionError(f'Fraction({d ** -other}, 0)')
            return Fraction(d ** -other, n ** -other)
        if isinstance(other, Fraction):
            return self ** other._numerator if other._denominator == 1 else float(self) ** float(other)
        return NotImplemented if not isinstance(other, float) else float(self) ** other

    def __rpow__(self, other):
        return other ** self._numerator if self._denominator == 1 and self._numerator >= 0 else other ** float(self)

    def __neg__(self):
        return Fraction._of(-self._numerator, self._denominator)

    def __pos__(self):
        return self

    def __abs__(self):
        return Fraction._of(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __trunc__ = __int__

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator or rest * 2 == self._denominator and floor % 2 == 0:
                return floor
            return floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        try:
            inverse = pow(self._denominator, -1, 2305843009213693951)
        except ValueError:
            h = 314159
        else:
            h = hash(hash(abs(self._numerator)) * inverse)
        result = h if self._numerator >= 0 else -h
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return float(self) == other if other - other != 0 else self == Fraction(other)
        return NotImplemented

    def _order(self, other, op):
        if isinstance(other, (int, Fraction)):
            return op(self._numerator * other.denominator, other.numerator * self._denominator)
        if isinstance(other, float):
            return op(0.0, other) if other - other != 0 else op(self, Fraction(other))
        return NotImplemented

    def __lt__(self, other):
        return self._order(other, operator.lt)

    def __le__(self, other):
        return self._order(other, operator.le)

    def __gt__(self, other):
        return self._order(other, operator.gt)

    def __ge__(self, other):
        return self._order(other, operator.ge)

    def __bool__(self):
        return self._numerator != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _divide(a, b):
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
