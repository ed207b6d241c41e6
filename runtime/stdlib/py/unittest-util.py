"""What the modules of unittest share: shortened reprs and counts that differ."""

from collections import Counter, namedtuple
from os.path import commonprefix

_WIDTH_MAX = 80
_OMITTED_MIN = 12   # shorter stretches are cheaper to show than to count
_EDGE_MIN = 5
_DIFFERENCE_MIN = _WIDTH_MAX - (3 * _EDGE_MIN + 2 * _OMITTED_MIN)


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _WIDTH_MAX:
        return text[:_WIDTH_MAX] + ' [truncated]...'
    return text


def _shorten(text, head, tail):
    omitted = len(text) - head - tail
    if omitted <= _OMITTED_MIN:
        return text
    return f'{text[:head]}[{omitted} chars]{text[len(text) - tail:]}'


def _common_shorten_repr(*objects):
    """Reprs short enough for one line, cut where they are alike."""
    texts = tuple(safe_repr(o) for o in objects)
    longest = max(map(len, texts))
    if longest <= _WIDTH_MAX:
        return texts
    prefix = commonprefix(texts)
    rest = longest - len(prefix)
    room = _WIDTH_MAX - (rest + _EDGE_MIN + _OMITTED_MIN)
    if room > _EDGE_MIN:
        head = _shorten(prefix, _EDGE_MIN, room)
        return tuple(head + t[len(prefix):] for t in texts)
    head = _shorten(prefix, _EDGE_MIN, _EDGE_MIN)
    return tuple(head + _shorten(t[len(prefix):], _DIFFERENCE_MIN, _EDGE_MIN) for t in texts)


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def three_way_cmp(x, y):
    return (x > y) - (x < y)


_Mismatch = namedtuple('Mismatch', 'actual expected value')


def _count_diff_hashable(actual, expected):
    first, second = Counter(actual), Counter(expected)
    differing = [_Mismatch(n, second.get(e, 0), e) for e, n in first.items() if n != second.get(e, 0)]
    return differing + [_Mismatch(0, n, e) for e, n in second.items() if e not in first]


def _count_diff_all_purpose(actual, expected):
    """The same for elements that cannot be hashed; one that differs from itself counts nowhere."""
    first, second, differing = list(actual), list(expected), []

    def take(elements, wanted):
        left = [e for e in elements if not e == wanted]
        count = len(elements) - len(left)
        elements[:] = left
        return count

    while first:
        element = first.pop(0)
        count = (1 if element == element else 0) + take(first, element)
        other = take(second, element)
        if count != other:
            differing.append(_Mismatch(count, other, element))
    while second:
        element = second.pop(0)
        differing.append(_Mismatch(0, (1 if element == element else 0) + take(second, element), element))
    return differing
