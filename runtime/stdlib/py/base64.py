"""Base64 and its relatives."""

__all__ = ['b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode', 'b32encode',
           'b32decode', 'b16encode', 'b16decode']

_B64 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


class Error(ValueError):
    __module__ = 'binascii'


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")
    return bytes(s)


def _encode(s, alphabet, bits, group):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    out = bytearray()
    size = group * bits // 8
    for i in range(0, len(s), size):
        chunk = s[i:i + size]
        n = int.from_bytes(chunk) << 8 * (size - len(chunk))
        used = -(-len(chunk) * 8 // bits)
        for k in range(group):
            out.append(alphabet[n >> bits * (group - 1 - k) & (1 << bits) - 1] if k < used else 61)
    return bytes(out)


def b64encode(s, altchars=None):
    encoded = _encode(s, _B64, 6, 4)
    return encoded.replace(b'+', altchars[:1]).replace(b'/', altchars[1:]) if altchars is not None else encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        s = s.replace(altchars[:1], b'+').replace(altchars[1:], b'/')
    values, pads = [], 0
    for c in s:
        if c == 61:
            pads += 1
            if len(values) % 4 >= 2 and len(values) % 4 + pads >= 4:
                break
            continue
        k = _B64.find(c)
        if k < 0:
            if validate:
                raise Error('Only base64 data is allowed')
            continue
        if pads and validate:
            raise Error('Discontinuous padding not allowed')
        values.append(k)
        pads = 0
    rest = len(values) % 4
    if rest == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({len(values)}) cannot be 1 more than a multiple of 4')
    if rest and rest + pads < 4:
        raise Error('Incorrect padding')
    out = bytearray()
    for i in range(0, len(values), 4):
        group = values[i:i + 4]
        n = 0
        for v in group + [0] * (4 - len(group)):
            n = n << 6 | v
        out += n.to_bytes(3)[:len(group) - 1]
    return bytes(out)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b32encode(s):
    return _encode(s, _B32, 5, 8)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if casefold:
        s = s.upper()
    data = s.rstrip(b'=')
    n = 0
    for c in data:
        k = _B32.find(c)
        if k < 0:
            raise Error('Non-base32 digit found')
        n = n << 5 | k
    size = len(data) * 5 // 8
    return (n >> len(data) * 5 - size * 8).to_bytes(size)


def b16encode(s):
    return s.hex().upper().encode()


def b16decode(s, casefold=False):
    text = _bytes(s).decode()
    if casefold:
        text = text.upper()
    if any(c not in '0123456789ABCDEF' for c in text):
        raise Error('Non-base16 digit found')
    return bytes.fromhex(text)
