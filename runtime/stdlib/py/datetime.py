"""Dates and times on the virtual clock, which begins on 1 January 1970 in UTC."""

import time as _time
import math as _math
from _types import dotted as _dotted

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR, MAXYEAR = 1, 9999
_MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_MONTHS = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
_DAYS = [None, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_MAX_ORDINAL = 3652059


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _month_days(year, month):
    return 29 if month == 2 and _leap(year) else _MONTH_DAYS[month]


def _before_month(year, month):
    return _BEFORE[month] + (month > 2 and _leap(year))


def _to_ordinal(year, month, day):
    return _before_year(year) + _before_month(year, month) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    if _before_month(year, month) > n:
        month -= 1
    return year, month, n - _before_month(year, month) + 1


def _integer(value, name=None):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def _check_date(year, month, day):
    for place, (name, value) in enumerate((('year', year), ('month', month), ('day', day)), 1):
        if value is None:
            raise TypeError(f'function missing required argument {name!r} (pos {place})')
        _integer(value)
    year, month, day = _integer(year), _integer(month), _integer(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _month_days(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _integer(hour), _integer(minute), _integer(second), _integer(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _half_even_div(a, b):
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2 == 1:
        q += 1
    return q


@_dotted
class timedelta:
    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for value, unit, name in ((days, 86400000000, 'days'), (seconds, 1000000, 'seconds'), (microseconds, 1, 'microseconds'),
                                  (milliseconds, 1000, 'milliseconds'), (minutes, 60000000, 'minutes'), (hours, 3600000000, 'hours'),
                                  (weeks, 604800000000, 'weeks')):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                fraction, whole = _math.modf(value)
                total += int(whole) * unit
                fraction, whole = _math.modf(fraction * unit)
                total += int(whole)
                rest += fraction
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {type(value).__name__}')
        if rest:
            total += round(rest) if abs(rest) != 0.5 else (int(_math.copysign(1, rest)) if total % 2 else 0)
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        days, rest = divmod(total, 86400000000)
        if not -1 << 31 <= days < 1 << 31:
            raise OverflowError('Python int too large to convert to C int')
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 10**6

    def __repr__(self):
        parts = [f'{n}={v}' for n, v in (('days', self._days), ('seconds', self._seconds), ('microseconds', self._microseconds)) if v]
        return f"{_class_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        s = f'{hours}:{minutes:02d}:{seconds:02d}'
        if self._days:
            s = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, " + s
        return s + f'.{self._microseconds:06d}' if self._microseconds else s

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._total() - self._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_half_even_div(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_half_even_div(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_half_even_div(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._total(), other._total())
        return q, timedelta._of(r)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


def _class_name(self):
    cls = type(self)
    return f'{cls.__module__}.{cls.__qualname__}'


def _offset_text(offset):
    if offset is None:
        return ''
    sign = '+'
    if offset.days < 0:
        sign, offset = '-', -offset
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f'{sign}{hours:02d}:{minutes:02d}'
    if seconds or offset.microseconds:
        text += f':{seconds:02d}'
        if offset.microseconds:
            text += f'.{offset.microseconds:06d}'
    return text


@_dotted
class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('tzinfo subclass must override tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('tzinfo subclass must override utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('tzinfo subclass must override dst()')

    def fromutc(self, dt):
        return dt + dt.utcoffset()


@_dotted
class timezone(tzinfo):
    __slots__ = ('_offset', '_name')

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if not timedelta(hours=-24) < offset < timedelta(hours=24):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ' + repr(offset) + '.')
        self._offset = offset
        self._name = name

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'{_class_name(self)}({self._offset!r})'
        return f'{_class_name(self)}({self._offset!r}, {self._name!r})'

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _strftime(self, format, timetuple):
    out, i = [], 0
    offset = getattr(self, 'utcoffset', lambda: None)()
    while i < len(format):
        c = format[i]
        i += 1
        if c != '%' or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == 'f':
            out.append(f'{getattr(self, "microsecond", 0):06d}')
        elif c == 'z':
            out.append(_offset_text(offset).replace(':', ''))
        elif c == ':' and format[i:i + 1] == 'z':
            i += 1
            out.append(_offset_text(offset))
        elif c == 'Z':
            out.append((self.tzname() if hasattr(self, 'tzname') else None) or '')
        else:
            out.append(_time.strftime('%' + c, timetuple))
    return ''.join(out)


@_dotted
class date:
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=None, month=None, day=None):
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, t):
        s = _time.localtime(t)
        return cls(s.tm_year, s.tm_mon, s.tm_mday)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= _MAX_ORDINAL:
            raise ValueError('ordinal must be >= 1' if n < 1 else 'year is out of range')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_parse_date(text))
        except (ValueError, AssertionError, IndexError) as e:
            if isinstance(e, ValueError) and 'range' in str(e) or 'must be in' in str(e):
                raise
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
        if not 1 <= week <= 53:
            raise ValueError(f'Invalid week: {week}')
        return cls.fromordinal(_iso_year_start(year) + (week - 1) * 7 + day - 1)

    def __repr__(self):
        return f'{_class_name(self)}({self._year}, {self._month}, {self._day})'

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return f'{_DAYS[self.isoweekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}'

    def strftime(self, format):
        return _strftime(self, format, tuple(self.timetuple()))

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f'must be str, not {type(fmt).__name__}')
        return self.strftime(fmt) if fmt else str(self)

    def _days_of_year(self):
        return _before_month(self._year, self._month) + self._day

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._days_of_year(), -1))

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return self._year, self._month, self._day

    def _compare(self, other, op):
        if isinstance(other, date) and not isinstance(other, datetime):
            return op(self._key(), other._key())
        return NotImplemented

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if 0 < n <= _MAX_ORDINAL:
                return type(self).fromordinal(n)
            raise OverflowError('date value out of range')
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        start = _iso_year_start(year)
        today = self.toordinal()
        week, day = divmod(today - start, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _iso_year_start(year), 7)
        elif week >= 52 and today >= _iso_year_start(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'{_class_name(self)}(year={self[0]}, week={self[1]}, weekday={self[2]})'


def _iso_year_start(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _parse_date(s):
    year = _number(s[:4], 4)
    if s[4] == '-':
        if s[5] == 'W':
            return _parse_week(year, s[6:])
        if len(s) != 10 or s[7] != '-':
            raise ValueError
        return year, _number(s[5:7], 2), _number(s[8:10], 2)
    if s[4] == 'W':
        return _parse_week(year, s[5:])
    if len(s) != 8:
        raise ValueError
    return year, _number(s[4:6], 2), _number(s[6:8], 2)


def _parse_week(year, rest):
    rest = rest.replace('-', '')
    week, day = _number(rest[:2], 2), _number(rest[2:3], 1) if len(rest) == 3 else 1
    d = date.fromisocalendar(year, week, day)
    return d.year, d.month, d.day


def _number(text, width):
    if len(text) != width or not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _parse_time(s):
    tz = None
    for i, c in enumerate(s):
        if c in '+-Z':
            s, zone = s[:i], s[i:]
            if zone == 'Z':
                tz = UTC
            else:
                h, m, sec, us, _ = _parse_clock(zone[1:])
                delta = timedelta(hours=h, minutes=m, seconds=sec, microseconds=us)
                tz = timezone(-delta if zone[0] == '-' else delta) if delta else UTC
            break
    h, m, sec, us, _ = _parse_clock(s)
    return h, m, sec, us, tz


def _parse_clock(s):
    micro = 0
    for mark in '.,':
        if mark in s:
            s, _, fraction = s.partition(mark)
            if not fraction.isdigit():
                raise ValueError
            micro = int((fraction + '000000')[:6])
    parts = s.split(':') if ':' in s else [s[i:i + 2] for i in range(0, len(s), 2)]
    if not 1 <= len(parts) <= 3:
        raise ValueError
    numbers = [_number(p, 2) for p in parts] + [0, 0]
    return numbers[0], numbers[1], numbers[2], micro, None


@_dotted
class time:
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec='auto'):
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def __repr__(self):
        return _repr_parts(self, [self._hour, self._minute, *_tail(self._second, self._microsecond)])

    @classmethod
    def fromisoformat(cls, text):
        try:
            return cls(*_parse_time(text.removeprefix('T')))
        except ValueError as e:
            if str(e):
                raise
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        micro = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return offset is None, micro - (offset._total() if offset is not None else 0)

    def _ordered(self, other, op):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._key(), other._key()
        if a[0] != b[0]:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return op(a[1], b[1])

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._ordered(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._ordered(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._ordered(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._ordered(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._key())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f'tzinfo argument must be None or of a tzinfo subclass, not type {type(tz).__name__!r}')


def _tail(second, microsecond):
    return [second, microsecond] if microsecond else [second] if second else []


def _repr_parts(self, numbers):
    parts = list(map(str, numbers))
    if self._tzinfo is not None:
        parts.append(f'tzinfo={self._tzinfo!r}')
    if self._fold:
        parts.append('fold=1')
    return f"{_class_name(self)}({', '.join(parts)})"


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'hours':
        return f'{hour:02d}'
    text = f'{hour:02d}:{minute:02d}'
    if timespec == 'minutes':
        return text
    text += f':{second:02d}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return text + f'.{microsecond // 1000:03d}'
    if timespec == 'microseconds':
        return text + f'.{microsecond:06d}'
    raise ValueError('Unknown timespec value')


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


@_dotted
class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _of_micros(cls, micros, tz):
        """From microseconds since the beginning of the year 1."""
        days, rest = divmod(micros, 86400000000)
        if not 0 < days + 1 <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(*_from_ordinal(days + 1), hour, minute, second, micro, tz)

    def _micros(self):
        days = self.toordinal() - 1
        return (((days * 24 + self._hour) * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        fraction, whole = _math.modf(timestamp)
        micro = round(fraction * 1e6)
        result = cls._of_micros(_EPOCH + int(whole) * 1000000 + micro, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            size = 10 if text[4:5] == '-' and 'W' not in text[:8] else 8
            if 'W' in text[:8]:
                size = next((i for i, c in enumerate(text) if i > 6 and c in 'T '), len(text))
            d, rest = text[:size], text[size + 1:]
            if len(text) == size:
                return cls(*_parse_date(d))
            return cls(*_parse_date(d), *_parse_time(rest))
        except (ValueError, IndexError) as e:
            if isinstance(e, ValueError) and str(e):
                raise
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    @classmethod
    def strptime(cls, date_string, format):
        return cls(*_strptime(date_string, format))

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                  self._days_of_year(), -1 if dst is None else int(bool(dst))))

    def utctimetuple(self):
        offset = self.utcoffset()
        d = self - offset if offset else self
        return _time.struct_time((d.year, d.month, d.day, d.hour, d.minute, d.second, d.weekday(), d._days_of_year(), 0))

    def timestamp(self):
        offset = self.utcoffset()
        return (self._micros() - _EPOCH - (offset._total() if offset is not None else 0)) / 1e6

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        _check_tzinfo(tz)
        offset = self.utcoffset() or timedelta(0)
        if tz is self._tzinfo:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        return (f'{_DAYS[self.isoweekday()]} {_MONTHS[self._month]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    def isoformat(self, sep='T', timespec='auto'):
        return (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}'
                + _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset()))

    def __repr__(self):
        return _repr_parts(self, [self._year, self._month, self._day, self._hour, self._minute, *_tail(self._second, self._microsecond)])

    def __str__(self):
        return self.isoformat(' ')

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _key(self):
        offset = self.utcoffset()
        return offset is None, self._micros() - (offset._total() if offset is not None else 0)

    def _compare(self, other, op):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._key(), other._key()
        if a[0] != b[0]:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return op(a[1], b[1])

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of_micros(self._micros() + other._total(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self.utcoffset(), other.utcoffset()
        if (a is None) != (b is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        delta = self._micros() - other._micros()
        if a is not None:
            delta += b._total() - a._total()
        return timedelta._of(delta)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1)._micros()

_FULL_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_FULL_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']


def _strptime(text, format):
    values = {'year': 1900, 'month': 1, 'day': 1, 'hour': 0, 'minute': 0, 'second': 0, 'micro': 0, 'tz': None, 'pm': None, 'yday': None}

    def mismatch():
        return ValueError(f'time data {text!r} does not match format {format!r}')
    pos, i = 0, 0
    full = format
    for short, long in (('%T', '%H:%M:%S'), ('%D', '%m/%d/%y'), ('%R', '%H:%M'), ('%F', '%Y-%m-%d'), ('%c', '%a %b %d %H:%M:%S %Y'),
                        ('%x', '%m/%d/%y'), ('%X', '%H:%M:%S')):
        full = full.replace(short, long)

    def digits(low, high):
        nonlocal pos
        end = pos
        while end < len(text) and end - pos < high and text[end].isdigit():
            end += 1
        if end - pos < low:
            raise mismatch()
        n = int(text[pos:end])
        pos = end
        return n

    def word(choices):
        nonlocal pos
        lowered = text[pos:].lower()
        for n, choice in sorted(enumerate(choices), key=lambda c: -len(c[1])):
            if lowered.startswith(choice):
                pos += len(choice)
                return n
        raise mismatch()
    while i < len(full):
        c = full[i]
        i += 1
        if c.isspace():
            while pos < len(text) and text[pos].isspace():
                pos += 1
            continue
        if c != '%':
            if text[pos:pos + 1] != c:
                raise mismatch()
            pos += 1
            continue
        if i == len(full):
            raise ValueError(f"stray % in format '{format}'")
        c = full[i]
        i += 1
        if c == 'Y':
            values['year'] = digits(4, 4)
        elif c == 'y':
            n = digits(2, 2)
            values['year'] = n + (2000 if n <= 68 else 1900)
        elif c == 'm':
            values['month'] = digits(1, 2)
        elif c == 'd' or c == 'e':
            if text[pos:pos + 1] == ' ':
                pos += 1
            values['day'] = digits(1, 2)
        elif c == 'H':
            values['hour'] = digits(1, 2)
        elif c == 'I':
            values['hour'] = digits(1, 2)
            values['pm'] = values['pm'] if values['pm'] is not None else False
        elif c == 'M':
            values['minute'] = digits(1, 2)
        elif c == 'S':
            values['second'] = digits(1, 2)
        elif c == 'f':
            start = pos
            digits(1, 6)
            values['micro'] = int((text[start:pos] + '000000')[:6])
        elif c == 'j':
            values['yday'] = digits(1, 3)
        elif c == 'a':
            word([d[:3] for d in _FULL_DAYS])
        elif c == 'A':
            word(_FULL_DAYS)
        elif c == 'b' or c == 'h':
            values['month'] = word([m[:3] for m in _FULL_MONTHS]) + 1
        elif c == 'B':
            values['month'] = word(_FULL_MONTHS) + 1
        elif c == 'p':
            values['pm'] = word(['am', 'pm']) == 1
        elif c == 'w' or c == 'u':
            digits(1, 1)
        elif c == 'U' or c == 'W':
            digits(1, 2)
        elif c == 'z':
            if text[pos:pos + 1] == 'Z':
                values['tz'] = timezone.utc
                pos += 1
            else:
                sign = text[pos:pos + 1]
                if sign not in ('+', '-'):
                    raise mismatch()
                pos += 1
                h = digits(2, 2)
                if text[pos:pos + 1] == ':':
                    pos += 1
                delta = timedelta(hours=h, minutes=digits(2, 2))
                values['tz'] = timezone(-delta if sign == '-' else delta)
        elif c == 'Z':
            n = word(['utc', 'gmt', ''])
        elif c == '%':
            if text[pos:pos + 1] != '%':
                raise mismatch()
            pos += 1
        else:
            raise ValueError(f"'{c}' is a bad directive in format '{format}'")
    if pos < len(text):
        raise ValueError(f'unconverted data remains: {text[pos:]}')
    if values['pm'] is not None and 'I' in full:
        values['hour'] = values['hour'] % 12 + (12 if values['pm'] else 0)
    if not 1 <= values['month'] <= 12 or not 0 <= values['hour'] <= 23 or not 0 <= values['minute'] <= 59 or values['second'] > 61 or \
            not 1 <= values['day'] <= 31:
        raise mismatch()
    if values['yday'] is not None:
        d = date.fromordinal(_to_ordinal(values['year'], 1, 1) + values['yday'] - 1)
        values['month'], values['day'] = d.month, d.day
    return (values['year'], values['month'], values['day'], values['hour'], values['minute'], values['second'], values['micro'], values['tz'])
