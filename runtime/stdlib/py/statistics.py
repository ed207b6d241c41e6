"""Statistics of data."""

import math
import random
from collections import Counter, namedtuple
from fractions import Fraction

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'linear_regression',
           'mean', 'median', 'median_high', 'median_low', 'median_grouped', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles',
           'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _exact(x):
    if isinstance(x, float):
        return x if x - x != 0 else Fraction(x)
    return Fraction(x) if isinstance(x, int) else x if isinstance(x, Fraction) else Fraction(*x.as_integer_ratio())


def _result(value, kinds):
    """The exact value as the type of the data."""
    if isinstance(value, float) or float in kinds:
        return float(value)
    for kind in kinds:
        if kind is Fraction:
            return value
        if kind not in (int, bool):
            return kind(value.numerator) / kind(value.denominator)
    return int(value) if value.denominator == 1 else float(value)


def _sum(data):
    return sum((_exact(x) for x in data), Fraction(0))


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    return _result(_sum(data) / len(data), {type(x) for x in data})


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.sumprod(data, weights) / total


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    if any(x < 0 for x in data):
        raise StatisticsError('No negative inputs allowed')
    if 0 in data:
        return 0.0
    return math.exp(math.fsum(map(math.log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    weights = [1] * len(data) if weights is None else list(weights)
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    quotients = [w / x if w else 0 for w, x in zip(weights, data)]
    return _result(_sum(weights) / sum(map(_exact, quotients), Fraction(0)), {type(x) for x in quotients})


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    n = len(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    low = sum(1 for v in data if v < x)
    count = data.count(x)
    return x - interval / 2 + interval * (n / 2 - low) / count


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    top = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == top]


def _squares(data, center=None):
    data = list(data)
    c = _sum(data) / len(data) if center is None and data else _exact(center) if center is not None else 0
    return data, sum(((_exact(x) - c) ** 2 for x in data), Fraction(0)), {type(x) for x in data}


def variance(data, xbar=None):
    data, squares, kinds = _squares(data, xbar)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    return _result(squares / (len(data) - 1), kinds)


def pvariance(data, mu=None):
    data, squares, kinds = _squares(data, mu)
    if not data:
        raise StatisticsError('pvariance requires at least one data point')
    return _result(squares / len(data), kinds)


def _root(value):
    """The square root of a fraction, rounded once."""
    if value == 0:
        return 0.0
    n, m = value.numerator, value.denominator
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        root = math.isqrt(n // (m << 2 * q))
        exact = root * root * (m << 2 * q) == n
        return float((root | (not exact)) << q)
    root = math.isqrt((n << -2 * q) // m)
    exact = root * root * m == n << -2 * q
    return (root | (not exact)) / (1 << -q)


def stdev(data, xbar=None):
    data, squares, _ = _squares(data, xbar)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(squares / (len(data) - 1))


def pstdev(data, mu=None):
    data, squares, _ = _squares(data, mu)
    if not data:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(squares / len(data))


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        elif method == 'exclusive':
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        else:
            raise ValueError(f'Unknown method: {method!r}')
    return result


def covariance(x, y, /):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError('covariance requires at least two data points')
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return math.sumprod([a - mx for a in x], [b - my for b in y]) / (len(x) - 1)


def correlation(x, y, /, *, method='linear'):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError('correlation requires at least two data points')
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    x, y = [a - mx for a in x], [b - my for b in y]
    try:
        return math.sumprod(x, y) / math.sqrt(math.sumprod(x, x) * math.sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError('linear regression requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError('linear regression requires at least two data points')
    mx, my = (0, 0) if proportional else (math.fsum(x) / len(x), math.fsum(y) / len(y))
    dx, dy = [a - mx for a in x], [b - my for b in y]
    try:
        slope = math.sumprod(dx, dy) / math.sumprod(dx, dx)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=0.0 if proportional else my - slope * mx)


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self._mu
        return math.exp(diff * diff / (-2.0 * variance)) / math.sqrt(math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * math.sqrt(2.0)))

    def zscore(self, x):
        return (x - self._mu) / self._sigma

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __eq__(self, other):
        return isinstance(other, NormalDist) and (self._mu, self._sigma) == (other._mu, other._sigma)

    def __hash__(self):
        return hash((self._mu, self._sigma))
