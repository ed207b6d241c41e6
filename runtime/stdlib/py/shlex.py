"""Command lines as a shell reads them."""

import re

__all__ = ['split', 'quote', 'join']

_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII)


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    words, word, quote, i = [], None, '', 0
    while i < len(s):
        c = s[i]
        i += 1
        if quote:
            if c == quote:
                quote = ''
                if not posix:
                    word += c
            elif posix and c == '\\' and quote == '"':
                if i == len(s):
                    raise ValueError('No escaped character')
                word += s[i] if s[i] in '"\\' else c + s[i]
                i += 1
            else:
                word += c
        elif c in ' \t\r\n':
            if word is not None:
                words.append(word)
            word = None
        elif comments and c == '#':
            i = s.find('\n', i) % (len(s) + 1)
        elif c in '"\'':
            quote = c
            word = (word or '') + ('' if posix else c)
        elif posix and c == '\\':
            if i == len(s):
                raise ValueError('No escaped character')
            word = (word or '') + s[i]
            i += 1
        else:
            word = (word or '') + c
    if quote:
        raise ValueError('No closing quotation')
    return words if word is None else [*words, word]


def quote(s):
    if not isinstance(s, str):
        raise TypeError(f'expected string or bytes-like object, got {type(s).__name__!r}')
    if not s:
        return "''"
    return "'" + s.replace("'", "'\"'\"'") + "'" if _unsafe.search(s) else s


def join(split_command):
    return ' '.join(quote(arg) for arg in split_command)
