"""Decimal arithmetic: the part of the General Decimal Arithmetic that programs use."""

import contextvars
import math
import numbers
from _types import dotted
from collections import namedtuple

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException', 'Clamped',
           'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation',
           'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP',
           'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext',
           'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING'
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP'
_ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1
HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = [InvalidOperation, Clamped, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
_INVALID = (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)


@dotted
class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        default = globals().get('DefaultContext', self)
        self.prec = default.prec if prec is None else prec
        self.rounding = default.rounding if rounding is None else rounding
        self.Emin = default.Emin if Emin is None else Emin
        self.Emax = default.Emax if Emax is None else Emax
        self.capitals = default.capitals if capitals is None else capitals
        self.clamp = default.clamp if clamp is None else clamp
        if traps is None:
            traps = [s for s in _SIGNALS if default.traps[s]]
        self.traps = {s: bool(traps[s]) if isinstance(traps, dict) else s in traps for s in _SIGNALS}
        self.flags = {s: bool(flags[s]) if isinstance(flags, dict) else s in (flags or ()) for s in _SIGNALS}

    def __setattr__(self, name, value):
        if name == 'prec' and not 1 <= value <= MAX_PREC:
            raise ValueError('valid range for prec is [1, MAX_PREC]')
        if name == 'rounding' and value not in _ROUNDINGS:
            raise TypeError(f"valid values for rounding are:\n  [{', '.join(_ROUNDINGS[:4])},\n   {', '.join(_ROUNDINGS[4:])}]")
        object.__setattr__(self, name, value)

    def __repr__(self):
        names = lambda signals: ', '.join(s.__name__ for s in _SIGNALS if signals[s])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, '
                f'clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])')

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        self.flags = dict.fromkeys(_SIGNALS, False)

    def clear_traps(self):
        self.traps = dict.fromkeys(_SIGNALS, False)

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _signal(self, condition, result=None):
        signal = InvalidOperation if condition in _INVALID else condition
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return _NAN if result is None else result

    def create_decimal(self, num='0'):
        return Decimal(num)._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal(f)._fix(self)

    def _unary(name):
        def method(self, a, /):
            with localcontext(self) as ctx:
                result = getattr(Decimal(a), name)()
            self.flags.update({s: True for s in _SIGNALS if ctx.flags[s]})
            return result
        return method

    def _binary(name):
        def method(self, a, b, /):
            with localcontext(self) as ctx:
                result = getattr(Decimal(a), name)(Decimal(b))
            self.flags.update({s: True for s in _SIGNALS if ctx.flags[s]})
            return result
        return method

    abs, minus, plus = _unary('__abs__'), _unary('__neg__'), _unary('__pos__')
    sqrt, exp, ln, log10 = _unary('sqrt'), _unary('exp'), _unary('ln'), _unary('log10')
    normalize, to_integral_value, to_integral_exact = _unary('normalize'), _unary('to_integral_value'), _unary('to_integral_exact')
    to_eng_string, to_sci_string, number_class = _unary('to_eng_string'), _unary('__str__'), _unary('number_class')
    add, subtract, multiply, divide = _binary('__add__'), _binary('__sub__'), _binary('__mul__'), _binary('__truediv__')
    divide_int, remainder, divmod = _binary('__floordiv__'), _binary('__mod__'), _binary('__divmod__')
    power, quantize, compare, max, min = _binary('__pow__'), _binary('quantize'), _binary('compare'), _binary('max'), _binary('min')
    del _unary, _binary


def _rounded(n, drop, sign, rounding):
    """The coefficient n without its last digits, rounded."""
    unit = 10 ** drop
    q, rest = divmod(n, unit)
    if not rest:
        return q
    half = (rest * 2 > unit) - (rest * 2 < unit)
    up = {ROUND_DOWN: False, ROUND_UP: True, ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign), ROUND_HALF_UP: half >= 0,
          ROUND_HALF_DOWN: half > 0, ROUND_HALF_EVEN: half > 0 or half == 0 and q & 1 == 1, ROUND_05UP: q % 5 == 0}[rounding]
    return q + up


def _make(sign, n, exp):
    d = object.__new__(Decimal)
    d._sign, d._int, d._exp = sign, n, exp
    return d


def _digits(n):
    """The number of digits; 0 has one."""
    if n < 10 ** 18:
        return len(str(n))
    count = int(n.bit_length() * 0.30102999566)
    return count + (n >= 10 ** count)


def _reflected(method):
    """The method for an operator whose right operand is the Decimal."""
    def reflected(self, other):
        other = _operand(other)
        return other if other is NotImplemented else method(other, self)
    return reflected


@dotted
class Decimal:
    __slots__ = ('_sign', '_int', '_exp')

    def __new__(cls, value='0', context=None):
        if isinstance(value, Decimal):
            sign, n, exp = value._sign, value._int, value._exp
        elif isinstance(value, int):
            sign, n, exp = int(value < 0), abs(int(value)), 0
        elif isinstance(value, float):
            made = cls.from_float(value)
            sign, n, exp = made._sign, made._int, made._exp
        elif isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                return (context or getcontext())._signal(ConversionSyntax)
            sign, n, exp = parts
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError('argument must be a sequence of length 3')
            sign, digits, exp = value
            if sign not in (0, 1):
                raise ValueError('sign must be an integer with the value 0 or 1')
            if any(not isinstance(d, int) or not 0 <= d <= 9 for d in digits):
                raise ValueError('coefficient must be a tuple of digits')
            n = int(''.join(map(str, digits)) or '0')
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        self = object.__new__(cls)
        self._sign, self._int, self._exp = sign, n, exp
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        sign = int(math.copysign(1.0, f) < 0)
        if f != f:
            result = _make(sign, 0, 'n')
        elif f in (math.inf, -math.inf):
            result = _make(sign, 0, 'F')
        else:
            n, d = abs(f).as_integer_ratio()
            k = d.bit_length() - 1
            result = _make(sign, n * 5 ** k, -k)
        return result if cls is Decimal else cls(result)

    # What it is.

    def is_nan(self):
        return self._exp in ('n', 'N')

    def is_qnan(self):
        return self._exp == 'n'

    def is_snan(self):
        return self._exp == 'N'

    def is_infinite(self):
        return self._exp == 'F'

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self.is_finite() and self._int == 0

    def is_normal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def number_class(self, context=None):
        if self.is_nan():
            return 'sNaN' if self.is_snan() else 'NaN'
        kind = 'Infinity' if self.is_infinite() else 'Zero' if not self._int else 'Subnormal' if self.is_subnormal(context) else 'Normal'
        return '+-'[self._sign] + kind

    def adjusted(self):
        return self._exp + _digits(self._int) - 1 if self.is_finite() else 0

    def as_tuple(self):
        digits = () if self._exp in ('n', 'N') and not self._int else tuple(map(int, str(self._int)))
        return DecimalTuple(self._sign, digits if self._exp != 'F' else (0,), self._exp)

    def as_integer_ratio(self):
        if not self.is_finite():
            if self.is_nan():
                raise ValueError('cannot convert NaN to integer ratio')
            raise OverflowError('cannot convert Infinity to integer ratio')
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    # As text.

    def __str__(self, eng=False, context=None):
        sign = '-' * self._sign
        if not self.is_finite():
            name = {'F': 'Infinity', 'n': 'NaN', 'N': 'sNaN'}[self._exp]
            return sign + name + (str(self._int) if self._int and self._exp != 'F' else '')
        text = str(self._int)
        left = self._exp + len(text)
        if self._exp <= 0 and left > -6:
            place = left
        elif not eng:
            place = 1
        elif self._int == 0:
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            body = '0.' + '0' * -place + text
        elif place >= len(text):
            body = text + '0' * (place - len(text))
        else:
            body = text[:place] + '.' + text[place:]
        if left != place:
            body += ('E' if (context or getcontext()).capitals else 'e') + f'{left - place:+d}'
        return sign + body

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        return _format(self, spec)

    # Rounding.

    def _fix(self, ctx):
        if not self.is_finite():
            return self
        if not self._int:
            exp = min(max(self._exp, ctx.Etiny()), ctx.Emax)
            if exp != self._exp:
                ctx._signal(Clamped, self)
            return _make(self._sign, 0, exp)
        drop = _digits(self._int) - ctx.prec
        etiny = ctx.Etiny()
        small = self.adjusted() < ctx.Emin
        if small:
            drop = max(drop, etiny - self._exp)
        if drop <= 0:
            if self.adjusted() > ctx.Emax:
                return self._overflow(ctx)
            if small:
                ctx._signal(Subnormal, self)
            return self
        n = _rounded(self._int, drop, self._sign, ctx.rounding)
        result = _make(self._sign, n, self._exp + drop)
        if _digits(n) > ctx.prec:
            result = _make(self._sign, n // 10, self._exp + drop + 1)
        if result.adjusted() > ctx.Emax:
            return self._overflow(ctx)
        exact = self._int % 10 ** drop == 0
        if small:
            ctx._signal(Subnormal, result)
            if not exact:
                ctx._signal(Underflow, result)
        if not exact:
            ctx._signal(Inexact, result)
        ctx._signal(Rounded, result)
        return result

    def _overflow(self, ctx):
        ctx._signal(Inexact, self)
        ctx._signal(Rounded, self)
        toward_zero = ctx.rounding in (ROUND_DOWN, ROUND_05UP) or ctx.rounding == (ROUND_CEILING if self._sign else ROUND_FLOOR)
        result = _make(self._sign, 10 ** ctx.prec - 1, ctx.Etop()) if toward_zero else _make(self._sign, 0, 'F')
        return ctx._signal(Overflow, result)

    def _rescale(self, exp, rounding):
        if not self.is_finite():
            return self
        if self._exp >= exp:
            return _make(self._sign, self._int * 10 ** (self._exp - exp), exp)
        return _make(self._sign, _rounded(self._int, exp - self._exp, self._sign, rounding), exp)

    def quantize(self, exp, rounding=None, context=None):
        ctx = context or getcontext()
        exp = _convert(exp)
        if self.is_nan() or exp.is_nan():
            return _nan_of(ctx, self, exp)
        if self.is_infinite() or exp.is_infinite():
            return Decimal(self) if self.is_infinite() and exp.is_infinite() else ctx._signal(InvalidOperation)
        if not ctx.Etiny() <= exp._exp <= ctx.Emax:
            return ctx._signal(InvalidOperation)
        result = self._rescale(exp._exp, rounding or ctx.rounding)
        if result._int and (result.adjusted() > ctx.Emax or _digits(result._int) > ctx.prec):
            return ctx._signal(InvalidOperation)
        if result._exp > self._exp:
            if result != self:
                ctx._signal(Inexact, result)
            ctx._signal(Rounded, result)
        return result

    def to_integral_value(self, rounding=None, context=None):
        return Decimal(self) if not self.is_finite() or self._exp >= 0 else self._rescale(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        ctx = context or getcontext()
        result = self.to_integral_value(rounding, ctx)
        if self.is_finite() and self._exp < 0:
            if result != self:
                ctx._signal(Inexact, result)
            ctx._signal(Rounded, result)
        return result

    def normalize(self, context=None):
        d = self._fix(context or getcontext())
        if not d.is_finite():
            return d
        if not d._int:
            return _make(d._sign, 0, 0)
        n, exp = d._int, d._exp
        while n % 10 == 0:
            n //= 10
            exp += 1
        return _make(d._sign, n, exp)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            return self.quantize(_make(0, 1, -ndigits), ROUND_HALF_EVEN)
        self._need_finite()
        return int(self._rescale(0, ROUND_HALF_EVEN))

    def __floor__(self):
        self._need_finite()
        return int(self._rescale(0, ROUND_FLOOR))

    def __ceil__(self):
        self._need_finite()
        return int(self._rescale(0, ROUND_CEILING))

    def _need_finite(self):
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer')
        if self.is_infinite():
            raise OverflowError('cannot convert Infinity to integer')

    def __int__(self):
        self._need_finite()
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self.is_snan():
            raise ValueError('cannot convert signaling NaN to float')
        return float(str(self) if not self.is_nan() else '-nan' if self._sign else 'nan')

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return not self.is_finite() or self._int != 0

    # Comparisons.

    def _cmp(self, other):
        if self.is_infinite() or other.is_infinite():
            rank = lambda d: (1 - 2 * d._sign) * d.is_infinite()
            return rank(self) - rank(other)
        exp = min(self._exp, other._exp)
        a, b = ((-d._int if d._sign else d._int) for d in (self, other))
        if a and b and a * b > 0:
            x, y = self.adjusted(), other.adjusted()
            if x != y:
                return (1 if x > y else -1) * (1 if a > 0 else -1)
        elif not (a and b):
            return (a > 0) - (a < 0) - (b > 0) + (b < 0)
        a, b = a * 10 ** (self._exp - exp), b * 10 ** (other._exp - exp)
        return (a > b) - (a < b)

    def _compared(self, other, test, ordering=True):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            if ordering or self.is_snan() or other.is_snan():
                getcontext()._signal(InvalidOperation)
            return False
        return test(self._cmp(other))

    def __eq__(self, other):
        return self._compared(other, lambda c: c == 0, False)

    def __lt__(self, other):
        return self._compared(other, lambda c: c < 0)

    def __le__(self, other):
        return self._compared(other, lambda c: c <= 0)

    def __gt__(self, other):
        return self._compared(other, lambda c: c > 0)

    def __ge__(self, other):
        return self._compared(other, lambda c: c >= 0)

    def __hash__(self):
        if self.is_snan():
            raise TypeError('Cannot hash a signaling NaN value')
        if self.is_nan():
            return object.__hash__(self)
        if self.is_infinite():
            return hash(-math.inf if self._sign else math.inf)
        modulus = (1 << 61) - 1
        h = self._int * pow(10, self._exp, modulus) % modulus
        h = -h if self._sign else h
        return -2 if h == -1 else h

    def compare(self, other, context=None):
        other = _convert(other)
        if self.is_nan() or other.is_nan():
            return _nan_of(context or getcontext(), self, other)
        return Decimal(self._cmp(other))

    def compare_total(self, other, context=None):
        other = _convert(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        result = self._cmp(other) if self.is_finite() and other.is_finite() else (not self.is_finite()) - (not other.is_finite())
        if result == 0 and self.is_finite() and self._exp != other._exp:
            result = -1 if (self._exp < other._exp) != bool(self._sign) else 1
        return Decimal(result)

    def max(self, other, context=None):
        return self._larger(_convert(other), 1, context)

    def min(self, other, context=None):
        return self._larger(_convert(other), -1, context)

    def _larger(self, other, sense, context):
        ctx = context or getcontext()
        if self.is_nan() or other.is_nan():
            if self.is_qnan() and not other.is_nan():
                return other._fix(ctx)
            return self._fix(ctx) if other.is_qnan() and not self.is_nan() else _nan_of(ctx, self, other)
        c = self._cmp(other) or int(self.compare_total(other))
        return (self if c * sense >= 0 else other)._fix(ctx)

    def same_quantum(self, other, context=None):
        other = _convert(other)
        return self._exp == other._exp or self.is_nan() and other.is_nan()

    # Arithmetic.

    def __pos__(self, context=None):
        ctx = context or getcontext()
        if not self and self.is_finite() and ctx.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(ctx)
        return self._fix(ctx)

    def __neg__(self, context=None):
        ctx = context or getcontext()
        if not self and self.is_finite() and ctx.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(ctx)
        return self.copy_negate()._fix(ctx)

    def __abs__(self):
        return self.copy_abs()._fix(getcontext())

    def copy_abs(self):
        return _make(0, self._int, self._exp)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _make(_convert(other)._sign, self._int, self._exp)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return Decimal, (str(self),)

    def canonical(self):
        return self

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def scaleb(self, other, context=None):
        return _make(self._sign, self._int, self._exp + int(other))._fix(context or getcontext())

    def logb(self, context=None):
        ctx = context or getcontext()
        if self.is_zero():
            return ctx._signal(DivisionByZero, _make(1, 0, 'F'))
        return _make(0, 0, 'F') if self.is_infinite() else Decimal(self.adjusted())._fix(ctx)

    def __add__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        ctx = context or getcontext()
        if not (self.is_finite() and other.is_finite()):
            if self.is_nan() or other.is_nan():
                return _nan_of(ctx, self, other)
            if self.is_infinite() and other.is_infinite() and self._sign != other._sign:
                return ctx._signal(InvalidOperation)
            return Decimal(self if self.is_infinite() else other)
        exp = min(self._exp, other._exp)
        a, b = self, other
        if a._int and b._int:
            # What lies far below the last digit of the result counts for the rounding alone.
            big, small = (a, b) if a.adjusted() >= b.adjusted() else (b, a)
            floor = min(big._exp, big.adjusted() - ctx.prec - 2)
            if small.adjusted() < floor:
                small = _make(small._sign, 1, floor - 1)
                exp, (a, b) = floor - 1, (big, small)
        n = sum((-d._int if d._sign else d._int) * 10 ** (d._exp - exp) for d in (a, b) if d._int)
        if n == 0:
            negative = self._sign and other._sign or self._sign != other._sign and ctx.rounding == ROUND_FLOOR
            return _make(int(negative), 0, exp)._fix(ctx)
        return _make(int(n < 0), abs(n), exp)._fix(ctx)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else self.__add__(other.copy_negate(), context)

    __rsub__ = _reflected(__sub__)

    def __mul__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        ctx = context or getcontext()
        sign = self._sign ^ other._sign
        if not (self.is_finite() and other.is_finite()):
            if self.is_nan() or other.is_nan():
                return _nan_of(ctx, self, other)
            return _make(sign, 0, 'F') if self and other else ctx._signal(InvalidOperation)
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(ctx)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        ctx = context or getcontext()
        sign = self._sign ^ other._sign
        if self.is_nan() or other.is_nan():
            return _nan_of(ctx, self, other)
        if self.is_infinite():
            return ctx._signal(InvalidOperation) if other.is_infinite() else _make(sign, 0, 'F')
        if other.is_infinite():
            return _make(sign, 0, ctx.Etiny())
        if not other._int:
            return ctx._signal(DivisionByZero, _make(sign, 0, 'F')) if self._int else ctx._signal(DivisionUndefined)
        exp = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, exp)._fix(ctx)
        shift = _digits(other._int) - _digits(self._int) + ctx.prec + 1
        ideal, exp = exp, exp - shift
        n, rest = divmod(self._int * 10 ** max(shift, 0), other._int * 10 ** max(-shift, 0))
        if rest:
            n += n % 5 == 0     # a digit that rounding cannot take for exact
        else:
            while exp < ideal and n % 10 == 0:
                n //= 10
                exp += 1
        return _make(sign, n, exp)._fix(ctx)

    __rtruediv__ = _reflected(__truediv__)

    def _divide(self, other, ctx):
        """Quotient, toward zero, and remainder of finite numbers."""
        exp = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > ctx.prec:
            result = ctx._signal(DivisionImpossible)
            return result, result
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        q, r = divmod(a, b)
        if q >= 10 ** ctx.prec:
            result = ctx._signal(DivisionImpossible)
            return result, result
        return _make(self._sign ^ other._sign, q, 0), _make(self._sign, r, exp)._fix(ctx)

    def _divisible(self, other, ctx, what):
        """A result that needs no division, or None."""
        if self.is_nan() or other.is_nan():
            return _nan_of(ctx, self, other)
        if self.is_infinite():
            if what == 'quotient' and not other.is_infinite():
                return _make(self._sign ^ other._sign, 0, 'F')
            return ctx._signal(InvalidOperation)
        if other.is_zero():
            if self.is_zero():
                return ctx._signal(DivisionUndefined)
            return ctx._signal(DivisionByZero, _make(self._sign ^ other._sign, 0, 'F')) if what == 'quotient' else ctx._signal(InvalidOperation)
        if other.is_infinite():
            return _make(self._sign ^ other._sign, 0, 0) if what == 'quotient' else self._fix(ctx)
        return None

    def _integral(self, other, what):
        other = _operand(other)
        if other is NotImplemented:
            return other
        ctx = getcontext()
        known = self._divisible(other, ctx, what)
        return self._divide(other, ctx)[what == 'remainder'] if known is None else known

    def __floordiv__(self, other):
        return self._integral(other, 'quotient')

    __rfloordiv__ = _reflected(__floordiv__)

    def __mod__(self, other):
        return self._integral(other, 'remainder')

    __rmod__ = _reflected(__mod__)

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else (self.__floordiv__(other), self.__mod__(other))

    __rdivmod__ = _reflected(__divmod__)

    def remainder_near(self, other, context=None):
        other = _convert(other)
        q = (self / other).to_integral_value(ROUND_HALF_EVEN)
        return self - q * other

    def fma(self, other, third, context=None):
        other, third = _convert(other), _convert(third)
        product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp) if self.is_finite() and other.is_finite() else self * other
        return product.__add__(third, context)

    def sqrt(self, context=None):
        ctx = context or getcontext()
        if self.is_nan():
            return _nan_of(ctx, self)
        if not self:
            return _make(self._sign, 0, self._exp // 2)._fix(ctx)
        if self._sign:
            return ctx._signal(InvalidOperation)
        if self.is_infinite():
            return self
        ideal = self._exp // 2
        n, exp = self._int, self._exp
        if exp & 1:
            n, exp = n * 10, exp - 1
        shift = max(0, ctx.prec + 1 - (_digits(n) + 1) // 2)
        root = math.isqrt(n * 100 ** shift)
        exact = root * root == n * 100 ** shift
        exp = exp // 2 - shift
        if not exact:
            root += root % 5 == 0
        while exact and exp < ideal and root % 10 == 0:
            root //= 10
            exp += 1
        return _nearest(_make(0, root, exp), ctx)

    def exp(self, context=None):
        ctx = context or getcontext()
        if self.is_nan():
            return _nan_of(ctx, self)
        if self.is_infinite():
            return _make(0, 0, 0) if self._sign else self
        if not self:
            return Decimal(1)
        if self.adjusted() > 18:
            big = _make(0, 1, ctx.Emax + 1 if not self._sign else ctx.Etiny() - 1)
            return big._fix(ctx)
        places = ctx.prec + 10 + max(self.adjusted(), 0)
        x = self._rescale(-places, ROUND_HALF_EVEN)
        log10 = _ln_fixed(10, 1, places)
        power, rest = divmod(-x._int if x._sign else x._int, log10)
        return _nearest(_make(0, _exp_fixed(rest, places), power - places), ctx)

    def ln(self, context=None):
        ctx = context or getcontext()
        if self.is_nan():
            return _nan_of(ctx, self)
        if not self:
            return _make(1, 0, 'F')
        if self._sign:
            return ctx._signal(InvalidOperation)
        if self.is_infinite():
            return self
        n, d = self.as_integer_ratio()
        if n == d:
            return Decimal(0)
        places = ctx.prec + 10 + max(0, _digits(abs(n - d)) and _digits(d) - _digits(abs(n - d)))
        value = _ln_fixed(n, d, places)
        return _nearest(_make(int(value < 0), abs(value), -places), ctx)

    def log10(self, context=None):
        ctx = context or getcontext()
        if self.is_finite() and self._int and not self._sign and str(self._int).rstrip('0') == '1':
            return Decimal(self.adjusted())._fix(ctx)
        if self.is_zero() or not self.is_finite() or self._sign:
            return self.ln(ctx)
        n, d = self.as_integer_ratio()
        places = ctx.prec + 12
        value = _ln_fixed(n, d, places) * 10 ** places // _ln_fixed(10, 1, places)
        return _nearest(_make(int(value < 0), abs(value), -places), ctx)

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        ctx = getcontext()
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(_convert(modulo))))
        if self.is_nan() or other.is_nan():
            return _nan_of(ctx, self, other)
        whole = other.is_finite() and other == other.to_integral_value()
        odd = whole and int(other) & 1
        sign = int(bool(self._sign and odd))
        if not other:
            return Decimal(1) if self else ctx._signal(InvalidOperation)
        if not self or self.is_infinite():
            if self._sign and not whole:
                return ctx._signal(InvalidOperation)
            return _make(sign, 0, 'F' if bool(self) != bool(other._sign) else 0)
        if self._sign and not whole:
            return ctx._signal(InvalidOperation)
        if other.is_infinite():
            c = self.copy_abs()._cmp(_make(0, 1, 0))
            return Decimal(1) if c == 0 else _make(0, 0, 'F' if (c > 0) != bool(other._sign) else 0)
        if whole and abs(int(other)) * _digits(self._int) < 20_000:
            k = abs(int(other))
            power = _make(sign, self._int ** k, self._exp * k)
            return _make(0, 1, 0).__truediv__(power) if other._sign else power._fix(ctx)
        work = ctx.copy()
        work.prec += 12 + max(0, other.adjusted())
        work.clear_traps()
        result = other.__mul__(self.copy_abs().ln(work), work).exp(work)
        if not whole:       # never exact: CPython shows all digits
            shift = ctx.prec + 2 - _digits(result._int)
            return _nearest(_make(sign, result._int * 10 ** max(shift, 0), result._exp - max(shift, 0)), ctx)
        return _make(sign, result._int, result._exp)._fix(ctx)

    __rpow__ = _reflected(__pow__)


numbers.Number.register(Decimal)
_NAN = _make(0, 0, 'n')


def _nearest(d, ctx):
    """Roots, logarithms and powers are rounded half to even, whatever the context says."""
    rounding, ctx.rounding = ctx.rounding, ROUND_HALF_EVEN
    try:
        return d._fix(ctx)
    finally:
        ctx.rounding = rounding


def _ln_fixed(n, d, places):
    """ln(n / d) * 10 ** places."""
    guard = 10 + places // 5
    scale = 10 ** (places + guard)
    x, halvings = n * scale // d, 0
    while abs(x - scale) * 16 > scale:
        x = math.isqrt(x * scale)
        halvings += 1
    sign = 1 if x >= scale else -1
    y = abs(x - scale) * scale // (x + scale)
    square, term, total, k = y * y // scale, y, 0, 1
    while term:
        total += term // k
        term = term * square // scale
        k += 2
    return sign * ((total * 2 << halvings) // 10 ** guard)


def _exp_fixed(x, places):
    """exp(x / 10 ** places) * 10 ** places, for x of one digit before the point at most."""
    guard = 12
    scale = 10 ** (places + guard)
    x = x * 10 ** guard >> 8
    total, term, k = scale, scale, 1
    while term:
        term = term * x // (scale * k)
        total += term
        k += 1
    for _ in range(8):
        total = total * total // scale
    return total // 10 ** guard


def _parse(text):
    text = text.strip().replace('_', '')
    if not text.isascii():
        text = ''.join(str(int(c)) if c.isdecimal() else c for c in text)
    sign = int(text.startswith('-'))
    body = text[1:] if text[:1] in ('+', '-') else text
    lower = body.lower()
    if lower in ('inf', 'infinity'):
        return sign, 0, 'F'
    for name, kind in (('snan', 'N'), ('nan', 'n')):
        if lower.startswith(name) and (lower == name or lower[len(name):].isdigit()):
            return sign, int(lower[len(name):] or 0), kind
    mantissa, has_exp, exp = lower.partition('e')
    whole, _, fraction = mantissa.partition('.')
    digits = whole + fraction
    if not digits.isdigit() or has_exp and not (exp[1:] if exp[:1] in ('+', '-') else exp).isdigit():
        return None
    return sign, int(digits), int(exp or 0) - len(fraction)


def _operand(value):
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else NotImplemented


def _convert(value):
    result = _operand(value)
    if result is NotImplemented:
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
    return result


def _comparable(value):
    if isinstance(value, float):
        getcontext().flags[FloatOperation] = True
        return Decimal.from_float(value)
    if isinstance(value, numbers.Rational) and not isinstance(value, (int, Decimal)):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return _operand(value)


def _nan_of(ctx, *operands):
    for d in operands:
        if d.is_snan():
            return ctx._signal(InvalidOperation, _make(d._sign, d._int, 'n'))
    return next(d for d in operands if d.is_nan())


def _format(d, spec):
    fill, align, sign, grouping, width, precision, kind = ' ', '', '-', '', 0, None, ''
    rest = spec
    if len(rest) > 1 and rest[1] in '<>=^':
        fill, align, rest = rest[0], rest[1], rest[2:]
    elif rest[:1] and rest[0] in '<>=^':
        align, rest = rest[0], rest[1:]
    if rest[:1] and rest[0] in '+- ':
        sign, rest = rest[0], rest[1:]
    coerce = rest.startswith('z')
    rest = rest[coerce:]
    if rest.startswith('#'):
        rest = rest[1:]
    if rest.startswith('0'):
        rest = rest[1:]
        fill, align = ('0', '=') if not align else (fill, align)
    digits = len(rest) - len(rest.lstrip('0123456789'))
    width, rest = int(rest[:digits] or 0), rest[digits:]
    if rest[:1] and rest[0] == ',':
        grouping, rest = rest[0], rest[1:]
    if rest.startswith('.'):
        rest = rest[1:]
        digits = len(rest) - len(rest.lstrip('0123456789'))
        if not digits:
            raise ValueError('invalid format string')
        precision, rest = int(rest[:digits]), rest[digits:]
    if len(rest) > 1 or rest and rest not in 'eEfFgGn%':
        raise ValueError('invalid format string')
    kind = rest
    ctx = getcontext()
    if not d.is_finite():
        body = str(d.copy_abs()) + '%' * (kind == '%')
        return _padded('-' if d._sign else '' if sign == '-' else sign, body, '', fill if fill != '0' else ' ', align if fill != '0' else '>', width, '')
    if kind == '%':
        d = _make(d._sign, d._int, d._exp + 2)
    if precision is not None:
        count = _digits(d._int)
        if kind in ('e', 'E'):
            d = d._rescale(d._exp + count - precision - 1, ctx.rounding) if d._int else d
            if d._int and _digits(d._int) > precision + 1:
                d = _make(d._sign, d._int // 10, d._exp + 1)
        elif kind and kind in 'fF%':
            d = d._rescale(-precision, ctx.rounding)
        elif count > max(precision, 1):
            d = d._rescale(d._exp + count - max(precision, 1), ctx.rounding)
            if _digits(d._int) > max(precision, 1):
                d = _make(d._sign, d._int // 10, d._exp + 1)
    if not d and d._exp > 0 and kind and kind in 'fF%':
        d = _make(d._sign, 0, 0)
    text = str(d._int)
    left = d._exp + len(text)
    if kind in ('e', 'E'):
        place = 1 - precision if not d and precision is not None else 1
    elif kind and kind in 'fF%':
        place = left
    else:
        place = left if d._exp <= 0 and left > -6 else 1
    if place < 0:
        whole, fraction = '0', '0' * -place + text
    elif place > len(text):
        whole, fraction = text + '0' * (place - len(text)), ''
    else:
        whole, fraction = text[:place] or '0', text[place:]
    tail = '.' + fraction if fraction else ''
    if left != place or kind in ('e', 'E'):
        tail += ('e' if kind in ('e', 'g') or not kind and not ctx.capitals else 'E') + f'{left - place:+d}'
    tail += '%' * (kind == '%')
    negative = d._sign and not (coerce and not d._int)
    return _padded('-' if negative else '' if sign == '-' else sign, whole, tail, fill, align, width, grouping)


def _padded(sign, whole, tail, fill, align, width, grouping):
    if grouping:
        if fill == '0' and align == '=':
            room = width - len(sign) - len(tail)
            while len(f'{whole:0>{len(whole) + 1}}') + (len(whole)) // 3 <= room:
                whole = '0' + whole
        groups = []
        while whole:
            groups.append(whole[-3:])
            whole = whole[:-3]
        whole = grouping.join(reversed(groups))
    body = whole + tail
    missing = max(0, width - len(sign) - len(body))
    if align == '=':
        return sign + fill * missing + body
    if align == '<':
        return sign + body + fill * missing
    if align == '^':
        return fill * (missing // 2) + sign + body + fill * (missing - missing // 2)
    return fill * missing + sign + body


DefaultContext = object.__new__(Context)
for _name, _value in (('prec', 28), ('rounding', ROUND_HALF_EVEN), ('Emin', -999999), ('Emax', 999999), ('capitals', 1), ('clamp', 0)):
    setattr(DefaultContext, _name, _value)
DefaultContext.traps = {s: s in (InvalidOperation, DivisionByZero, Overflow) for s in _SIGNALS}
DefaultContext.flags = dict.fromkeys(_SIGNALS, False)
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_current = contextvars.ContextVar('decimal_context')


def getcontext():
    try:
        return _current.get()
    except LookupError:
        ctx = DefaultContext.copy()
        _current.set(ctx)
        return ctx


def setcontext(ctx):
    if ctx in (DefaultContext, BasicContext, ExtendedContext):
        ctx = ctx.copy()
        ctx.clear_flags()
    _current.set(ctx)


class _Local:
    def __init__(self, ctx):
        self._new = ctx

    def __enter__(self):
        self._saved = getcontext()
        _current.set(self._new)
        return self._new

    def __exit__(self, *exc_info):
        _current.set(self._saved)


def localcontext(ctx=None, **changes):
    new = (getcontext() if ctx is None else ctx).copy()
    for name, value in changes.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(new, name, value)
    return _Local(new)
