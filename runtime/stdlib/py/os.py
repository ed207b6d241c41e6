"""The harmless part of the operating system: there are no processes, and files only in memory."""

import sys
import random as _random

name = 'posix'
sep = '/'
altsep = None
extsep = '.'
pathsep = ':'
linesep = '\n'
curdir = '.'
pardir = '..'
devnull = '/dev/null'
environ = {}
error = OSError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT = 0, 1, 2, 64
_randoms = _random.Random()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getpid():
    return 1


def getppid():
    return 0


def getlogin():
    return 'user'


def cpu_count():
    return 1


process_cpu_count = cpu_count


def urandom(size):
    return _randoms.randbytes(size)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), '__fspath__'):
        return path.__fspath__()
    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')


def fsencode(filename):
    return fspath(filename).encode()


def fsdecode(filename):
    return fspath(filename)


def strerror(code):
    return {1: 'Operation not permitted', 2: 'No such file or directory', 13: 'Permission denied', 17: 'File exists'}.get(code, f'Unknown error {code}')


def _exit(status):
    raise SystemExit(status)


def kill(pid, sig):
    import signal
    if pid != getpid():
        raise ProcessLookupError(3, 'No such process')
    signal.raise_signal(sig)


def _store():
    import _files
    return _files


def getcwd():
    return _store().current


def chdir(path):
    store = _store()
    if store.find(path).entries is None:
        raise NotADirectoryError(20, 'Not a directory', path)
    store.current = '/' + '/'.join(store.absolute(path))


def listdir(path='.'):
    node = _store().find(path)
    if node.entries is None:
        raise NotADirectoryError(20, 'Not a directory', path)
    return list(node.entries)


def mkdir(path, mode=0o777):
    _store().make_directory(path)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(fspath(name))
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, exist_ok=exist_ok)
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path):
    _store().remove(path)


unlink = remove


def rmdir(path):
    _store().remove(path, directory=True)


def removedirs(name):
    rmdir(name)
    head = path.dirname(fspath(name).rstrip('/'))
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


def rename(src, dst):
    _store().rename(src, dst)


def renames(old, new):
    head = path.dirname(fspath(new))
    if head and not path.exists(head):
        makedirs(head)
    rename(old, new)


replace = rename


class stat_result(tuple):
    """What stat() tells of a file; there are no owners and no links."""

    _fields = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')
    st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size, st_atime, st_mtime, st_ctime = (
        property(lambda self, i=i: self[i]) for i in range(10))
    st_mtime_ns = property(lambda self: int(self.st_mtime * 1e9))

    def __repr__(self):
        return f"os.stat_result({', '.join(f'{name}={value}' for name, value in zip(self._fields, self))})"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    node = _store().find(path)
    size = 4096 if node.data is None else len(node.data)
    return stat_result((node.mode, node.number, 1, 1, 0, 0, size, node.modified, node.modified, node.modified))


lstat = stat


def chmod(path, mode):
    node = _store().find(path)
    node.mode = node.mode & 0o170000 | mode


def utime(path, times=None):
    import time
    _store().find(path).modified = time.time() if times is None else times[1]


def access(path, mode):
    return _store().peek(path) is not None


F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class _Entries(list):
    def __enter__(self):
        return iter(self)

    def __exit__(self, *args):
        pass

    def close(self):
        pass


def scandir(path='.'):
    return _Entries(DirEntry(fspath(path), name) for name in listdir(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    try:
        names = listdir(top)
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    folder = fspath(top)
    dirs = [name for name in names if path.isdir(path.join(folder, name))]
    files = [name for name in names if name not in dirs]
    if topdown:
        yield folder, dirs, files
    for name in dirs:
        yield from walk(path.join(folder, name), topdown, onerror)
    if not topdown:
        yield folder, dirs, files


def open(path, flags, mode=0o777):
    raise NotImplementedError('os.open() is not there: files have no descriptors here, the built-in open() does without')


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self.columns}, lines={self.lines})'


def get_terminal_size(fd=1):
    raise OSError(25, 'Inappropriate ioctl for device')


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


import os.path as path  # which needs fspath
