"""Tables as text with separators."""

from io import StringIO

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error', 'Dialect', 'excel',
           'excel_tab', 'unix_dialect', 'reader', 'writer', 'DictReader', 'DictWriter', 'register_dialect', 'get_dialect', 'list_dialects',
           'unregister_dialect', 'field_size_limit']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    __module__ = '_csv'


class Dialect:
    delimiter = ','
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    quoting = QUOTE_ALL
    lineterminator = '\n'


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}
_OPTIONS = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict')


def register_dialect(name, dialect=excel, **options):
    _dialects[name] = _dialect(dialect, options)


def unregister_dialect(name):
    get_dialect(name)
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    return 131072


def _dialect(dialect, options):
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    result = Dialect()
    for name in _OPTIONS:
        setattr(result, name, options.pop(name, getattr(base, name, getattr(Dialect, name))))
    if options:
        raise TypeError(f"this function got an unexpected keyword argument {next(iter(options))!r}")
    if result.quotechar is None and result.quoting != QUOTE_NONE:
        result.quoting = QUOTE_NONE
    for name in ('delimiter', 'quotechar', 'escapechar'):
        value = getattr(result, name)
        if name == 'delimiter' or value is not None:
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be string{"" if name == "delimiter" else " or None"}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
    return result


class reader:
    __module__ = '_csv'

    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _dialect(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        fields, field, quoted, was_quoted = [], [], False, False
        line = self._line()
        while True:
            i, n = 0, len(line)
            while i < n:
                c = line[i]
                i += 1
                if quoted:
                    if c == d.escapechar and i < n:
                        field.append(line[i])
                        i += 1
                    elif c == d.quotechar:
                        if d.doublequote and line[i:i + 1] == c:
                            field.append(c)
                            i += 1
                        else:
                            quoted = False
                    else:
                        field.append(c)
                elif c == ' ' and d.skipinitialspace and not field and not was_quoted:
                    pass
                elif c == d.delimiter:
                    fields.append(self._value(field, was_quoted))
                    field, was_quoted = [], False
                elif c in '\r\n':
                    if line[i:].strip('\r\n'):
                        raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')
                    break
                elif c == d.escapechar:
                    field.append(line[i:i + 1] or '\n')
                    i += 1
                elif c == d.quotechar and d.quoting != QUOTE_NONE and not field and not was_quoted:
                    quoted = was_quoted = True
                else:
                    if was_quoted and d.strict:
                        raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                    field.append(c)
            if not quoted:
                break
            try:
                line = self._line()
            except StopIteration:
                if d.strict:
                    raise Error('unexpected end of data') from None
                break
        if fields or field or was_quoted:
            fields.append(self._value(field, was_quoted))
        return fields

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
        self.line_num += 1
        return line

    def _value(self, field, was_quoted):
        text = ''.join(field)
        if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted:
            return float(text)
        return text


class writer:
    __module__ = '_csv'

    def __init__(self, csvfile, dialect='excel', **fmtparams):
        if not hasattr(csvfile, 'write'):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write
        self.dialect = _dialect(dialect, fmtparams)

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        d = self.dialect
        texts = [self._text(value) for value in values]
        if texts == [''] and len(values) == 1 and d.quoting in (QUOTE_MINIMAL, QUOTE_NONNUMERIC):
            texts = [d.quotechar * 2]
        return self._write(d.delimiter.join(texts) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _text(self, value):
        d = self.dialect
        text = '' if value is None else value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)
        number = isinstance(value, (int, float))
        special = any(c in text for c in (d.delimiter, d.escapechar or d.delimiter, d.quotechar or d.delimiter, '\r', '\n'))
        if d.quoting == QUOTE_NONE:
            if special and d.escapechar is None:
                raise Error('need to escape, but no escapechar set')
            for c in ((d.escapechar, d.delimiter, d.quotechar, '\r', '\n') if special else ()):
                text = text.replace(c, d.escapechar + c) if c else text
            return text
        if special or d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number or \
                d.quoting == QUOTE_STRINGS and isinstance(value, str) or d.quoting == QUOTE_NOTNULL and value is not None:
            q = d.quotechar
            return q + text.replace(q, q + q if d.doublequote else d.escapechar + q) + q
        return text


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        result = dict(zip(names, row))
        if len(row) > len(names):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise' and (wrong := rowdict.keys() - self.fieldnames):
            raise ValueError(f"dict contains fields not in fieldnames: {', '.join([repr(x) for x in wrong])}")
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses the delimiter: the candidate that stands equally often in each of the first lines."""

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines()[:10] if line]
        for c in delimiters or ',;\t|: ':
            counts = {line.count(c) for line in lines}
            if len(counts) == 1 and counts != {0}:
                return type('dialect', (Dialect,), {'delimiter': c, '_name': 'sniffed'})
        raise Error('Could not determine delimiter')

    def has_header(self, sample):
        rows = list(reader(StringIO(sample), self.sniff(sample)))
        numeric = lambda text: text.replace('.', '', 1).lstrip('-').isdigit()
        return bool(rows[1:]) and any(not numeric(a) and numeric(b) for a, b in zip(rows[0], rows[1]))
