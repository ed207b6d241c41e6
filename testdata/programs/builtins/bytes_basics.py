# bytes: literals, indexing, methods, conversion.
b = b'hello \x00\xff'
print(b, len(b), b[0], b[1:3], list(b'ab'), b + b'!', b'a' * 3, b'l' in b, 104 in b)
print(b'a,b'.split(b','), b'-'.join([b'x', b'y']), b'abc'.upper(), b'abc'.find(b'c'), b'abc'.hex(), bytes.fromhex('00ff 10'), b'x'.decode())
print(bytes(2), bytes([1, 2]), bytes(range(3)), b'it\'s', b'"', b"'\"", b'\n\t\\', (1024).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'))
for f in [lambda: b'a' + 'b', lambda: b'\xff'.decode(), lambda: bytes([256]), lambda: 'é'.encode('ascii'), lambda: b'abc'.find('a')]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
