"""Constants and templates of text."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits', 'printable',
           'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_NAME_START = ascii_letters + '_'
_NAME = _NAME_START + digits


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text, name, kind): kind is 'name', 'escape', 'bad' or '' at the end; text stands before."""
        t, d, start = self.template, self.delimiter, 0
        while True:
            i = t.find(d, start)
            if i < 0:
                yield t[start:], None, '', i
                return
            j = i + len(d)
            text = t[start:i]
            if t.startswith(d, j):
                yield text, d, 'escape', i
                start = j + len(d)
                continue
            braced = t[j:j + 1] == '{'
            k = begin = j + braced
            if k < len(t) and t[k] in _NAME_START:
                while k < len(t) and t[k] in _NAME:
                    k += 1
            if k > begin and (not braced or t[k:k + 1] == '}'):
                yield text, (t[begin:k], t[i:k + braced]), 'name', i
                start = k + braced
            else:
                yield text, d, 'bad', i
                start = j

    def _invalid(self, i):
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno, lineno = i - len(''.join(lines[:-1])), len(lines)
            if self.template[:i].endswith('\n'):
                colno, lineno = 0, len(lines)
            colno += 1 if not self.template[:i].endswith('\n') else 1
        raise ValueError(f'Invalid placeholder in string: line {lineno}, col {colno}')

    def substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping
        out = []
        for text, item, kind, i in self._parts():
            out.append(text)
            if kind == 'name':
                out.append(str(values[item[0]]))
            elif kind == 'escape':
                out.append(item)
            elif kind == 'bad':
                self._invalid(i)
        return ''.join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping
        out = []
        for text, item, kind, i in self._parts():
            out.append(text)
            if kind == 'name':
                out.append(str(values[item[0]]) if item[0] in values else item[1])
            elif kind:
                out.append(item)
        return ''.join(out)

    def is_valid(self):
        return all(kind != 'bad' for _, _, kind, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(item[0] for _, item, kind, _ in self._parts() if kind == 'name'))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')
