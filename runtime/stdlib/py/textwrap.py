"""Text wrapping."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_SPACES = '\t\n\x0b\x0c\r '


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        """Words and the white space between them, words cut behind their hyphens."""
        chunks, i, n = [], 0, len(text)
        while i < n:
            j = i
            space = text[i] in _SPACES
            while j < n and (text[j] in _SPACES) == space:
                j += 1
            if space or not self.break_on_hyphens:
                chunks.append(text[i:j])
            else:
                chunks.extend(self._cut(text[i:j]))
            i = j
        return chunks

    @staticmethod
    def _cut(word):
        parts, start, i = [], 0, 0
        while i < len(word):
            if word[i] == '-':
                k = i
                while k < len(word) and word[k] == '-':
                    k += 1
                if k - i >= 2:
                    # A dash between words is a chunk of its own.
                    if 0 < i and k < len(word) and word[k].isalnum():
                        if word[start:i]:
                            parts.append(word[start:i])
                        parts.append(word[i:k])
                        start = k
                elif i - start >= 2 and word[i - 1].isalpha() and word[i - 2].isalpha() and word[k:k + 1].isalpha() and \
                        (word[k + 1:k + 2].isalpha() or word[k + 1:k + 2] == '-'):
                    parts.append(word[start:k])
                    start = k
                i = k
            else:
                i += 1
        if word[start:]:
            parts.append(word[start:])
        return parts

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = ''.join([' ' if c in _SPACES else c for c in text])
        chunks = self._chunks(text)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == ' ' and chunks[i].rstrip('"\'')[-1:] in ('.', '!', '?') and chunks[i].rstrip('"\'')[-2:-1].islower():
                    chunks[i + 1] = '  '
        chunks.reverse()
        lines = []
        while chunks:
            self._line(chunks, lines)
            if lines and lines[-1] is None:
                lines.pop()
                break
        return lines

    def _line(self, chunks, lines):
        indent = self.subsequent_indent if lines else self.initial_indent
        width = self.width - len(indent)
        if self.drop_whitespace and chunks[-1].strip() == '' and lines:
            chunks.pop()
        current, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            current.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            space = max(width - length, 1) if width >= 1 else 1
            if self.break_long_words:
                chunk = chunks[-1]
                end = space
                if self.break_on_hyphens and len(chunk) > space:
                    hyphen = chunk.rfind('-', 0, space)
                    if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                        end = hyphen + 1
                current.append(chunk[:end])
                chunks[-1] = chunk[end:]
            elif not current:
                current.append(chunks.pop())
            length = sum(map(len, current))
        if self.drop_whitespace and current and current[-1].strip() == '':
            length -= len(current.pop())
        if not current:
            return
        if self.max_lines is None or len(lines) + 1 < self.max_lines or \
                (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and length <= width:
            lines.append(indent + ''.join(current))
            return
        while current:
            if current[-1].strip() and length + len(self.placeholder) <= width:
                current.append(self.placeholder)
                lines.append(indent + ''.join(current))
                break
            length -= len(current.pop())
        else:
            if lines:
                previous = lines[-1].rstrip()
                if len(previous) + len(self.placeholder) <= self.width:
                    lines[-1] = previous + self.placeholder
                    lines.append(None)
                    return
            lines.append(indent + self.placeholder.lstrip())
        lines.append(None)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        body = line.lstrip(' \t')
        if not body:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(body)]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < min(len(margin), len(indent)) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    return '\n'.join([line[len(margin):] if line else line for line in lines]) if margin else '\n'.join(lines)


def indent(text, prefix, predicate=None):
    lines = text.splitlines(True)
    return ''.join([prefix + line if (predicate(line) if predicate else line.strip()) else line for line in lines])
