"""Files in memory. A run begins with its own program and an empty /tmp; what it writes is gone with it."""

import sys
import time
from io import BufferedIOBase, TextIOBase, UnsupportedOperation
from os import fspath
from _types import source_lines


class Node:
    """A file, with data, or a directory, with entries."""

    count = 0

    def __init__(self, mode, data=None, entries=None):
        Node.count += 1
        self.number = Node.count
        self.mode = mode
        self.data = data
        self.entries = entries
        self.modified = time.time()


def _new_file(data=b''):
    return Node(0o100644, data=bytearray(data))


def _new_directory():
    return Node(0o040755, entries={})


root = _new_directory()
root.entries['tmp'] = _new_directory()
current = '/'
_script = getattr(sys.modules.get('__main__'), '__file__', None)
if _script and '/' not in _script:
    root.entries[_script] = _new_file(''.join(source_lines(_script)).encode('utf-8', 'surrogatepass'))


def absolute(path):
    """The names from the root to a path, '..' worked out."""
    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    names = []
    for name in (path if path.startswith('/') else f'{current}/{path}').split('/'):
        if name == '..':
            del names[-1:]
        elif name not in ('', '.'):
            names.append(name)
    return names


def missing(path):
    return FileNotFoundError(2, 'No such file or directory', path)


def find(path):
    """The node at a path, or the error that the system would give."""
    shown = fspath(path)
    if not shown:
        raise missing(shown)
    node = root
    for name in absolute(shown):
        if node.entries is None:
            raise NotADirectoryError(20, 'Not a directory', shown)
        node = node.entries.get(name)
        if node is None:
            raise missing(shown)
    if node.entries is None and shown.endswith('/'):
        raise NotADirectoryError(20, 'Not a directory', shown)
    return node


def peek(path):
    """The node at a path, None when there is none."""
    try:
        return find(path)
    except (OSError, ValueError):
        return None


def place(path):
    """The directory that a path is in, and its last name."""
    shown = fspath(path)
    names = absolute(shown)
    if not shown or not names:
        raise missing(shown) if not shown else FileExistsError(17, 'File exists', shown)
    try:
        folder = find('/' + '/'.join(names[:-1]))
    except OSError as e:
        raise type(e)(e.errno, e.strerror, shown) from None
    if folder.entries is None:
        raise NotADirectoryError(20, 'Not a directory', shown)
    return folder, names[-1]


def make_directory(path):
    folder, name = place(path)
    if name in folder.entries:
        raise FileExistsError(17, 'File exists', fspath(path))
    folder.entries[name] = _new_directory()
    folder.modified = time.time()


def remove(path, directory=False):
    shown = fspath(path)
    node = find(shown)
    if directory:
        if node.entries is None:
            raise NotADirectoryError(20, 'Not a directory', shown)
        if node.entries:
            raise OSError(39, 'Directory not empty', shown)
    elif node.entries is not None:
        raise IsADirectoryError(21, 'Is a directory', shown)
    folder, name = place(shown)
    del folder.entries[name]
    folder.modified = time.time()


def rename(old, new):
    shown, target = fspath(old), fspath(new)
    try:
        node = find(shown)
        folder, name = place(target)
    except OSError as e:
        raise type(e)(e.errno, e.strerror, shown, None, target) from None
    other = folder.entries.get(name)
    if other is not None and other is not node:
        if other.entries and node.entries is not None:
            raise OSError(39, 'Directory not empty', shown, None, target)
        if other.entries is not None and node.entries is None:
            raise IsADirectoryError(21, 'Is a directory', shown, None, target)
        if other.entries is None and node.entries is not None:
            raise NotADirectoryError(20, 'Not a directory', shown, None, target)
    source, old_name = place(shown)
    del source.entries[old_name]
    folder.entries[name] = node


class _BytesFile(BufferedIOBase):
    """A binary file. What is written is in the file at once, without a buffer between."""

    def __init__(self, name, mode, node):
        self.name = name
        self.mode = mode
        self._node = node
        self._pos = len(node.data) if 'a' in mode else 0
        self._reads = 'r' in mode or '+' in mode
        self._writes = 'r' not in mode or '+' in mode

    def __repr__(self):
        return f'<_io.{type(self).__name__} name={self.name!r}>'

    def __enter__(self):
        self._open()
        return self

    def _open(self, doing='I/O operation on closed file.'):
        if self.closed:
            raise ValueError(doing)

    _check = _open

    def readable(self):
        self._open()
        return self._reads

    def writable(self):
        self._open()
        return self._writes

    def seekable(self):
        self._open()
        return True

    def fileno(self):
        self._open()
        return 2 + self._node.number

    def _readable_data(self, doing='read of closed file'):
        self._open(doing)
        if not self._reads:
            raise UnsupportedOperation('read')
        return self._node.data

    def read(self, size=-1, /):
        data = self._readable_data()
        end = len(data) if size is None or size < 0 else self._pos + size
        piece = bytes(data[self._pos:end])
        self._pos += len(piece)
        return piece

    read1 = read

    def readall(self):
        return self.read()

    def peek(self, size=0, /):
        return bytes(self._readable_data()[self._pos:])

    def readline(self, size=-1, /):
        data = self._readable_data()
        end = data.find(b'\n', self._pos) + 1 or len(data)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        return self.read(max(0, end - self._pos))

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._open('write to closed file')
        if not self._writes:
            raise UnsupportedOperation('write')
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        content = self._node.data
        if 'a' in self.mode:
            self._pos = len(content)
        if self._pos > len(content):
            content.extend(bytes(self._pos - len(content)))
        content[self._pos:self._pos + len(data)] = data
        self._pos += len(data)
        self._node.modified = time.time()
        return len(data)

    def seek(self, offset, whence=0, /):
        self._open('seek of closed file')
        position = (0, self._pos, len(self._node.data))[whence] + offset
        if position < 0:
            raise OSError(22, 'Invalid argument')
        self._pos = position
        return position

    def tell(self):
        self._open()
        return self._pos

    def truncate(self, size=None, /):
        self._open('truncate of closed file')
        if not self._writes:
            raise UnsupportedOperation('truncate')
        size = self._pos if size is None else size
        content = self._node.data
        del content[size:]
        content.extend(bytes(size - len(content)))
        return size


class BufferedReader(_BytesFile):
    __module__ = '_io'


class BufferedWriter(_BytesFile):
    __module__ = '_io'


class BufferedRandom(_BytesFile):
    __module__ = '_io'


class FileIO(_BytesFile):
    __module__ = '_io'


class _TextFile(TextIOBase):
    """A text file on top of a binary one."""

    def __init__(self, buffer, mode, encoding, errors, newline):
        self.buffer = buffer
        self.mode = mode
        self.name = buffer.name
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        self.line_buffering = False

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'

    @property
    def closed(self):
        return self.buffer.closed

    def __enter__(self):
        self._open()
        return self

    def __iter__(self):
        self._open()
        return self

    def _open(self):
        self.buffer._open()

    _check = _open

    def close(self):
        self.buffer.close()

    def flush(self):
        self._open()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        self._open()
        return False

    def _decode(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None and '\r' in text:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def _readable(self):
        self._open()
        if not self.buffer._reads:
            raise UnsupportedOperation('not readable')

    def read(self, size=-1, /):
        self._readable()
        if size is None or size < 0:
            return self._decode(self.buffer.read())
        start = self.buffer.tell()
        text = self.buffer.read().decode(self.encoding, self.errors)[:size]
        data = text.encode(self.encoding, self.errors)
        self.buffer.seek(start + len(data))
        return self._decode(data)

    def readline(self, size=-1, /):
        self._readable()
        text = self._decode(self.buffer.readline())
        if size is None or size < 0 or len(text) <= size:
            return text
        rest = text[size:]
        self.buffer.seek(-len(rest.encode(self.encoding, self.errors)), 1)
        return text[:size]

    def write(self, text, /):
        self._open()
        if not self.buffer._writes:
            raise UnsupportedOperation('not writable')
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        shown = text.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else text
        self.buffer.write(shown.encode(self.encoding, self.errors))
        return len(text)

    def seek(self, offset, whence=0, /):
        self._open()
        if whence == 1 and offset:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and offset:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 0 and offset < 0:
            raise ValueError(f'negative seek position {offset}')
        return self.buffer.seek(offset, whence)

    def tell(self):
        return self.buffer.tell()

    def truncate(self, size=None, /):
        self._open()
        return self.buffer.truncate(size)

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.encoding, self.errors = encoding or self.encoding, errors or self.errors


_TextFile.__name__ = _TextFile.__qualname__ = 'TextIOWrapper'
_TextFile.__module__ = '_io'


def _check_mode(mode, encoding, errors, newline):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if set(mode) - set('axrwb+t') or len(mode) > len(set(mode)):
        raise ValueError(f'invalid mode: {mode!r}')
    if 't' in mode and 'b' in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum(c in mode for c in 'axrw') != 1:
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus' if sum(c in mode for c in 'axrw') == 0
                         else 'must have exactly one of create/read/write/append mode')
    for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
        if 'b' in mode and value is not None:
            raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline!r}')


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    _check_mode(mode, encoding, errors, newline)
    if isinstance(file, int):
        raise OSError(9, 'Bad file descriptor')
    path = fspath(file)
    node = peek(path)
    if node is not None and node.entries is not None:
        raise IsADirectoryError(21, 'Is a directory', path)
    if node is None:
        if 'r' in mode:
            find(path)
        folder, name = place(path)
        node = folder.entries[name] = _new_file()
    elif 'x' in mode:
        raise FileExistsError(17, 'File exists', path)
    elif 'w' in mode:
        node.data.clear()
        node.modified = time.time()
    kind = BufferedRandom if '+' in mode else BufferedReader if 'r' in mode else BufferedWriter
    if buffering == 0:
        if 'b' not in mode:
            raise ValueError("can't have unbuffered text I/O")
        kind = FileIO
    raw_mode = mode.replace('t', '').replace('b', '')
    buffer = kind(file, 'rb+' if '+' in raw_mode else raw_mode + 'b', node)
    if 'a' in mode:
        buffer.mode, buffer._pos = 'ab+' if '+' in mode else 'ab', len(node.data)
        buffer._reads = '+' in mode
    if 'b' in mode:
        return buffer
    'é'.encode(encoding or 'utf-8', 'replace')
    return _TextFile(buffer, mode, encoding or 'utf-8', errors or 'strict', newline)
