"""Bytes as text, and checksums."""

import base64
from base64 import Error


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr.decode('latin-1') if isinstance(hexstr, (bytes, bytearray)) else hexstr
    if len(text) % 2:
        raise Error('Odd-length string')
    try:
        if any(c.isspace() for c in text):
            raise ValueError
        return bytes.fromhex(text)
    except ValueError:
        raise Error('Non-hexadecimal digit found') from None


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    return base64.b64encode(data) + (b'\n' if newline else b'')


def a2b_base64(data, *, strict_mode=False):
    return base64.b64decode(data)


_table = []


def crc32(data, value=0, /):
    if not _table:
        for n in range(256):
            for _ in range(8):
                n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
            _table.append(n)
    value ^= 0xFFFFFFFF
    for b in bytes(data):
        value = _table[(value ^ b) & 0xFF] ^ value >> 8
    return value ^ 0xFFFFFFFF


def crc_hqx(data, value, /):
    for b in bytes(data):
        value ^= b << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value
