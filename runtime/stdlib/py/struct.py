"""Numbers as bytes."""

import math

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    pass


error.__module__ = 'struct'
_INTEGERS = {'b': (1, True), 'B': (1, False), 'h': (2, True), 'H': (2, False), 'i': (4, True), 'I': (4, False), 'l': (4, True),
             'L': (4, False), 'q': (8, True), 'Q': (8, False), 'n': (8, True), 'N': (8, False), 'P': (8, False)}
_FLOATS = {'e': (2, 5), 'f': (4, 8), 'd': (8, 11)}


def _float_bits(x, size, exponent_bits):
    """The bits of an IEEE 754 number."""
    fraction_bits = size * 8 - 1 - exponent_bits
    bias = (1 << exponent_bits - 1) - 1
    sign = math.copysign(1, x) < 0
    top = 2 * bias + 1
    if math.isnan(x):
        exponent, fraction, sign = top, 1 << fraction_bits - 1, False
    elif math.isinf(x):
        exponent, fraction = top, 0
    elif x == 0:
        exponent = fraction = 0
    else:
        m, e = math.frexp(abs(x))
        exponent = e - 1 + bias
        if exponent <= 0:
            fraction, exponent = round(math.ldexp(m, fraction_bits + e - 1 + bias)), 0
        else:
            fraction = round((m * 2 - 1) * (1 << fraction_bits))
        if fraction >> fraction_bits:
            exponent, fraction = exponent + 1, 0
        if exponent >= top:
            raise OverflowError(f'float too large to pack with {"e f d".split()[(size // 2).bit_length() - 1]} format')
    return (sign << exponent_bits | exponent) << fraction_bits | fraction


def _float_of(bits, size, exponent_bits):
    fraction_bits = size * 8 - 1 - exponent_bits
    bias = (1 << exponent_bits - 1) - 1
    fraction, exponent = bits & (1 << fraction_bits) - 1, bits >> fraction_bits & (1 << exponent_bits) - 1
    sign = -1.0 if bits >> size * 8 - 1 else 1.0
    if exponent == 2 * bias + 1:
        return math.nan if fraction else sign * math.inf
    if exponent == 0:
        return sign * math.ldexp(fraction, 1 - bias - fraction_bits)
    return sign * math.ldexp(fraction + (1 << fraction_bits), exponent - bias - fraction_bits)


class Struct:
    def __init__(self, format):
        self.format = format if isinstance(format, str) else format.decode('ascii')
        order = self.format[:1] if self.format[:1] in tuple('@=<>!') else '@'
        self._order = 'big' if order in '>!' else 'little'
        self._native = order == '@'
        self._items = []       # (offset, code, size, count)
        offset = 0
        count = ''
        for c in self.format.lstrip('@=<>!') if self.format[:1] in tuple('@=<>!') else self.format:
            if c.isspace():
                continue
            if c.isdigit():
                count += c
                continue
            size = self._size(c)
            if self._native and c not in 'xcsp?bB':
                offset += -offset % size
            n = int(count or 1)
            self._items.append((offset, c, size, n))
            offset += size * n
            count = ''
        if count:
            raise error('repeat count given without format specifier')
        self.size = offset
        self._values = sum(1 if c in 'sp' else 0 if c == 'x' else n for _, c, _, n in self._items)

    def _size(self, c):
        if c in 'xcsp?':
            return 1
        if c in _FLOATS:
            return _FLOATS[c][0]
        if c in _INTEGERS and (self._native or c not in 'nNP'):
            return 8 if self._native and c in 'lL' else _INTEGERS[c][0]
        raise error('bad char in struct format')

    def pack(self, *values):
        if len(values) != self._values:
            raise error(f'pack expected {self._values} items for packing (got {len(values)})')
        out = bytearray(self.size)
        values = iter(values)
        for offset, c, size, n in self._items:
            if c in 'sp':
                v = next(values)
                if not isinstance(v, (bytes, bytearray)):
                    raise error(f"argument for '{c}' must be a bytes object")
                data = v[:n] if c == 's' else bytes([min(len(v), n - 1, 255)]) + v[:n - 1]
                out[offset:offset + len(data)] = data
            elif c != 'x':
                for i in range(n):
                    out[offset + i * size:offset + (i + 1) * size] = self._packed(c, size, next(values))
        return bytes(out)

    def _packed(self, c, size, v):
        if c == '?':
            return bytes([bool(v)])
        if c == 'c':
            if not isinstance(v, bytes) or len(v) != 1:
                raise error('char format requires a bytes object of length 1')
            return v
        if c in _FLOATS:
            if not isinstance(v, (int, float)) and not hasattr(v, '__float__'):
                raise error('required argument is not a float')
            return _float_bits(float(v), *_FLOATS[c]).to_bytes(size, self._order)
        if not hasattr(v, '__index__'):
            raise error('required argument is not an integer')
        signed = _INTEGERS[c][1]
        low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
        if not low <= v.__index__() <= high:
            raise error(f"'{c}' format requires {low} <= number <= {high}")
        return v.__index__().to_bytes(size, self._order, signed=signed)

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self.unpack_from(buffer)

    def unpack_from(self, buffer, offset=0):
        data = bytes(buffer)
        if offset < 0:
            offset += len(data)
        if len(data) - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {self.size + offset} bytes for unpacking {self.size} bytes at offset '
                        f'{offset} (actual buffer size is {len(data)})')
        values = []
        for at, c, size, n in self._items:
            at += offset
            if c == 's':
                values.append(data[at:at + n])
            elif c == 'p':
                values.append(data[at + 1:at + 1 + min(data[at], n - 1)])
            elif c != 'x':
                values += [self._unpacked(c, data[at + i * size:at + (i + 1) * size]) for i in range(n)]
        return tuple(values)

    def _unpacked(self, c, piece):
        if c == 'c':
            return piece
        if c in _FLOATS:
            return _float_of(int.from_bytes(piece, self._order), *_FLOATS[c])
        if c == '?':
            return piece != b'\0'
        return int.from_bytes(piece, self._order, signed=_INTEGERS[c][1])

    def pack_into(self, buffer, offset, *values):
        data = self.pack(*values)
        if len(buffer) - offset < self.size:
            raise error(f'pack_into requires a buffer of at least {self.size + offset} bytes for packing {self.size} bytes at offset {offset} '
                        f'(actual buffer size is {len(buffer)})')
        buffer[offset:offset + self.size] = data

    def iter_unpack(self, buffer):
        if len(buffer) % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return (self.unpack_from(buffer, at) for at in range(0, len(buffer), self.size))


def calcsize(format):
    return Struct(format).size


def pack(format, *values):
    return Struct(format).pack(*values)


def pack_into(format, buffer, offset, *values):
    Struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer):
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer):
    return Struct(format).iter_unpack(buffer)
