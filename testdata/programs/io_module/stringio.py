# StringIO and BytesIO.
import io
import sys

s = io.StringIO('one\ntwo\nthree')
print(s.readline(), s.read(2), s.tell(), list(s), s.read())
out = io.StringIO()
print('hello', 5, file=out, end='|')
out.write('x')
print(repr(out.getvalue()))
b = io.BytesIO(b'abc')
print(b.read(1), b.read(), b.seek(0), b.read())
sys.stdout.write('direct\n')
sys.stdout.flush()
print(sys.stdout.isatty() in (True, False))
