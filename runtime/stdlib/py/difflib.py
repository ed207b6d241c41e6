"""Differences of sequences: what unittest shows, and close matches."""

from collections import namedtuple
import re
import types

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff',
           'unified_diff', 'Match']

Match = namedtuple('Match', 'a b size')
_POPULAR_FROM = 200     # sequences of this length ignore elements that fill more than a hundredth
_CLOSE, _CLOSE_START = 0.75, 0.74


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index_b()

    def _index_b(self):
        """b2j tells where in b an element stands; junk and popular elements are left out."""
        places = {}
        for j, element in enumerate(self.b):
            places.setdefault(element, []).append(j)
        self.bjunk = {e for e in places if self.isjunk(e)} if self.isjunk else set()
        for e in self.bjunk:
            del places[e]
        length, self.bpopular = len(self.b), set()
        if self.autojunk and length >= _POPULAR_FROM:
            self.bpopular = {e for e, js in places.items() if len(js) > length // 100 + 1}
            for e in self.bpopular:
                del places[e]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        start_a, start_b, size = alo, blo, 0
        ending = {}     # length of the match that ends at the element of a before, by its place in b
        for i in range(alo, ahi):
            ending_here = {}
            for j in self.b2j.get(a[i], ()):
                if j >= bhi:
                    break
                if j >= blo:
                    k = ending_here[j] = ending.get(j - 1, 0) + 1
                    if k > size:
                        start_a, start_b, size = i - k + 1, j - k + 1, k
            ending = ending_here
        # Popular elements extend the match on both sides, then junk does.
        for wants_junk in (False, True):
            while start_a > alo and start_b > blo and (b[start_b - 1] in junk) == wants_junk and a[start_a - 1] == b[start_b - 1]:
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while start_a + size < ahi and start_b + size < bhi and (b[start_b + size] in junk) == wants_junk and \
                    a[start_a + size] == b[start_b + size]:
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            end_a, end_b = len(self.a), len(self.b)
            found, todo = [], [(0, end_a, 0, end_b)]
            while todo:
                alo, ahi, blo, bhi = todo.pop()
                match = self.find_longest_match(alo, ahi, blo, bhi)
                i, j, size = match
                if not size:
                    continue
                found.append(match)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    todo.append((i + size, ahi, j + size, bhi))
            merged = []
            for i, j, size in sorted(found):
                if merged and merged[-1].a + merged[-1].size == i and merged[-1].b + merged[-1].size == j:
                    merged[-1] = merged[-1]._replace(size=merged[-1].size + size)
                else:
                    merged.append(Match(i, j, size))
            self.matching_blocks = merged + [Match(end_a, end_b, 0)]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes, i, j = [], 0, 0
            for a, b, size in self.get_matching_blocks():
                if i < a or j < b:
                    tag = 'replace' if i < a and j < b else 'delete' if i < a else 'insert'
                    self.opcodes.append((tag, i, a, j, b))
                i, j = a + size, b + size
                if size:
                    self.opcodes.append(('equal', a, i, b, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        codes = codes[:]
        if codes[0][0] == 'equal':
            _, i1, i2, j1, j2 = codes[0]
            codes[0] = 'equal', max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            _, i1, i2, j1, j2 = codes[-1]
            codes[-1] = 'equal', i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        return _ratio(sum(m.size for m in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """At least ratio(): counts elements without regard to their order."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for e in self.b:
                self.fullbcount[e] = self.fullbcount.get(e, 0) + 1
        left, matches = {}, 0
        for e in self.a:
            count = left[e] if e in left else self.fullbcount.get(e, 0)
            left[e] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    def _exceeds(self, ratio):
        return self.real_quick_ratio() > ratio and self.quick_ratio() > ratio and self.ratio() > ratio

    __class_getitem__ = classmethod(types.GenericAlias)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher, scored = SequenceMatcher(b=word), []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            scored.append((matcher.ratio(), candidate))
    scored.sort(reverse=True)
    return [candidate for _, candidate in scored[:n]]


def IS_LINE_JUNK(line, pat=re.compile(r'\s*(?:#\s*)?$').match):
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


class Differ:
    """Compares lines, and marks what differs inside of similar ones."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._similar(a[alo:ahi], b[blo:bhi])
            elif tag == 'insert':
                yield from _marked('+', b[blo:bhi])
            else:
                yield from _marked('-' if tag == 'delete' else ' ', a[alo:ahi])

    def _similar(self, a, b):
        """Splits at the most similar pair of lines; equal ones only when none is close."""
        if not a or not b:
            yield from _marked('-', a)
            yield from _marked('+', b)
            return
        matcher, best, close, equal = SequenceMatcher(self.charjunk), _CLOSE_START, None, None
        for j, new in enumerate(b):
            matcher.set_seq2(new)
            for i, old in enumerate(a):
                if old == new:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(old)
                if matcher._exceeds(best):
                    best, close = matcher.ratio(), (i, j)
        if best < _CLOSE:
            close = None
        if close is None and equal is None:
            both = [_marked('-', a), _marked('+', b)]
            if len(b) < len(a):
                both.reverse()
            for part in both:
                yield from part
            return
        i, j = close or equal
        yield from self._similar(a[:i], b[:j])
        if close:
            yield from _pair(SequenceMatcher(self.charjunk, a[i], b[j]))
        else:
            yield '  ' + a[i]
        yield from self._similar(a[i + 1:], b[j + 1:])


def _marked(mark, lines):
    for line in lines:
        yield f'{mark} {line}'


_MARKS = {'replace': '^^', 'delete': '-+', 'insert': '-+', 'equal': '  '}


def _pair(matcher):
    """Two similar lines, with marks below where they differ."""
    marks_a = marks_b = ''
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        marks_a += _MARKS[tag][0] * (i2 - i1)
        marks_b += _MARKS[tag][1] * (j2 - j1)
    for sign, line, marks in (('-', matcher.a, marks_a), ('+', matcher.b, marks_b)):
        yield f'{sign} {line}'
        # White space of the line stays, so that tabs align.
        marks = ''.join(c if m == ' ' and c.isspace() else m for c, m in zip(line, marks)).rstrip()
        if marks:
            yield f'? {marks}\n'


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    if which not in (1, 2):
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}')
    signs = ('  ', '- ') if which == 1 else ('  ', '+ ')
    for line in delta:
        if line[:2] in signs:
            yield line[2:]


def _check(a, b, *rest):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    for text in rest:
        if not isinstance(text, str):
            raise TypeError(f'all arguments must be str, not: {text!r}')


def _header(mark, name, date, end):
    return f'{mark} {name}' + (f'\t{date}' if date else '') + end


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        length = stop - start
        return f'{start + 1}' if length == 1 else f'{start + bool(length)},{length}'

    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _header('---', fromfile, fromfiledate, lineterm)
            yield _header('+++', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{span(first[1], last[2])} +{span(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
            else:
                yield from ('-' + line for line in a[i1:i2])
                yield from ('+' + line for line in b[j1:j2])


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        length = stop - start
        begin = start + bool(length)
        return f'{begin},{begin + length - 1}' if length > 1 else f'{begin}'

    signs = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _header('***', fromfile, fromfiledate, lineterm)
            yield _header('---', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        for mark, lines, lo, hi, other in (('***', a, 1, 2, 'insert'), ('---', b, 3, 4, 'delete')):
            yield f'{mark} {span(first[lo], last[hi])} {"****" if lo == 1 else "----"}{lineterm}'
            mine = 'delete' if lo == 1 else 'insert'
            if any(code[0] in ('replace', mine) for code in group):
                for code in group:
                    if code[0] != other:
                        yield from (signs[code[0]] + line for line in lines[code[lo]:code[hi]])
