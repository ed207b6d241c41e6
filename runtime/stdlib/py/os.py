"""The harmless part of the operating system: there are no files and no processes."""

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
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT = 0, 1, 2, 64
_randoms = _random.Random()
import os.path as path


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


def getcwd():
    return '/'


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


def _missing(path, *args, **kwargs):
    raise FileNotFoundError(2, 'No such file or directory', path)


listdir = scandir = stat = lstat = remove = unlink = rmdir = rename = chmod = utime = readlink = open = _missing


def _refused(path=None, *args, **kwargs):
    raise PermissionError(13, 'Permission denied', path)


mkdir = makedirs = chdir = _refused


def walk(top, topdown=True, onerror=None, followlinks=False):
    return iter(())


def get_terminal_size(fd=1):
    raise OSError(25, 'Inappropriate ioctl for device')


class PathLike:
    def __fspath__(self):
        raise NotImplementedError
