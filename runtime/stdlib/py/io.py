"""Files in memory."""

import sys
import _types
from _io import UnsupportedOperation, TextIOWrapper

__all__ = ['BytesIO', 'StringIO', 'IOBase', 'RawIOBase', 'BufferedIOBase', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation',
           'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'BlockingIOError', 'open']

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError
open = open


class IOBase:
    closed = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


class _Memory:
    """The text or bytes of a file in memory, written through a list of pieces."""

    def _setup(self, initial):
        self._data = initial
        self._pieces = []
        self._pos = 0

    def _text(self):
        if self._pieces:
            self._data += self._data[:0].join(self._pieces)
            self._pieces = []
        return self._data

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check()
        return self._text()

    def tell(self):
        self._check()
        return self._pos

    def read(self, size=-1, /):
        self._check()
        data = self._text()
        if size is None or size < 0:
            size = len(data)
        result = data[self._pos:self._pos + size]
        self._pos += len(result)
        return result

    def readline(self, size=-1, /):
        self._check()
        data = self._text()
        end = data.find(self._newline_mark, self._pos) + 1 or len(data)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        result = data[self._pos:end]
        self._pos = max(end, self._pos)
        return result

    def truncate(self, size=None, /):
        self._check()
        data = self._text()
        if size is None:
            size = self._pos
        if size < 0:
            raise ValueError(f'Negative size value {size}')
        self._data = data[:size]
        return size

    def _put(self, data):
        if self._at_end:
            self._pieces.append(data)
        else:
            old = self._text()
            if self._pos > len(old):
                old += self._filler * (self._pos - len(old))
            self._data = old[:self._pos] + data + old[self._pos + len(data):]
            self._at_end = self._pos + len(data) >= len(old)
        self._pos += len(data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check()
        self._at_end = False
        if whence == 0:
            if pos < 0:
                raise ValueError(f'{"N" if self._filler == chr(0) else "n"}egative seek {"position" if self._filler == chr(0) else "value"} {pos}')
            self._pos = pos
        elif whence == 1:
            if self._filler == '\0' and pos:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            if self._filler == '\0' and pos:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._pos = max(0, len(self._text()) + pos)
        else:
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if self._pos == len(self._text()):
            self._at_end = True
        return self._pos


@_types.dotted
class StringIO(_Memory, TextIOBase):
    __module__ = '_io'
    _newline_mark = '\n'
    _filler = '\0'

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is None:
            initial_value = ''
        if not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._newline = newline
        if newline is None:
            initial_value = initial_value.replace('\r\n', '\n').replace('\r', '\n')
        self._setup(initial_value)
        self._at_end = not initial_value

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        self._put(s.replace('\n', self._newline) if self._newline in ('\r\n', '\r') else s)
        return len(s)

    @property
    def line_buffering(self):
        return False


@_types.dotted
class BytesIO(_Memory, BufferedIOBase):
    __module__ = '_io'
    _newline_mark = b'\n'
    _filler = b'\0'

    def __init__(self, initial_bytes=b''):
        self._setup(bytes(initial_bytes or b''))
        self._at_end = not self._data

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def getbuffer(self):
        """What is in the buffer now; CPython's view can also change it."""
        return memoryview(self.getvalue())
