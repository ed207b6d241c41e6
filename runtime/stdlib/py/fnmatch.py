"""Matching names with shell patterns."""

import functools
import os
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    return _compiled(pat).match(name) is not None


def filter(names, pat):
    return [name for name in names if fnmatch(name, pat)]


@functools.lru_cache(maxsize=256)
def _compiled(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode('latin-1')).encode('latin-1'))
    return re.compile(translate(pat))


def translate(pat):
    """A regular expression: * and ? match anything, [seq] and [!seq] one of some characters."""
    parts, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] != '.*':
                parts.append('.*')
        elif c == '?':
            parts.append('.')
        elif c == '[':
            text, i = _character_set(pat, i)
            parts.append(text)
        else:
            parts.append(re.escape(c))
    return f"(?s:{''.join(parts)})\\Z"


def _character_set(pat, start):
    """The set that begins after a bracket, and where it ends; the bracket itself when it is never closed."""
    end = start + 1 if pat[start:start + 1] == '!' else start
    if pat[end:end + 1] == ']':
        end += 1
    end = pat.find(']', end)
    if end < 0:
        return '\\[', start
    body, sign = pat[start:end], ''
    if body[0] == '!':
        body, sign = body[1:], '^'
    items, at = [], 0
    while at < len(body):
        if body[at + 1:at + 2] == '-' and at + 2 < len(body):
            low, high = body[at], body[at + 2]
            if low <= high:     # an empty range matches nothing
                items.append(f'{_in_set(low)}-{_in_set(high)}')
            at += 3
        else:
            items.append(_in_set(body[at]))
            at += 1
    if not items:
        return ('.' if sign else '(?!)'), end + 1
    return f"[{sign}{''.join(items)}]", end + 1


def _in_set(c):
    return '\\' + c if c in '\\[]^-&~|' else c
