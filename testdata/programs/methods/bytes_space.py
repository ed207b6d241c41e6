# Bytes have ASCII's white space only, and keepends is any true value.
data = b'a\x1cb c\x85d\xc2\xa0e\x0bf'
print(data.split(), data.rsplit(None, 1), data.split(None, 1), bytearray(data).split())
print(b'\x1c\xc2\x85 x \x1f'.strip(), '\x1c\x85 x \x1f'.split(), b'\x1c x '.rsplit())
print(b'a\nb\r\nc'.splitlines(1), b'a\nb'.splitlines('yes'), b'a\nb'.splitlines(0), b'a\x0bb\x1cc'.splitlines(True))
print(len((b'a' * 100_000).replace(b'b', b'c' * 10_000)), len(bytearray(1000).replace(b'\0', b'ab', 3)))
