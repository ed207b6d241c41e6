"""Whole files and trees of files, in memory."""

import os
from collections import namedtuple

__all__ = ['copy', 'copy2', 'copyfile', 'copyfileobj', 'copytree', 'move', 'rmtree', 'which', 'get_terminal_size', 'Error', 'SameFileError',
           'disk_usage']


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=65536):
    while piece := fsrc.read(length):
        fdst.write(piece)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    with open(src, 'rb') as a, open(dst, 'wb') as b:
        copyfileobj(a, b)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    os.chmod(dst, os.stat(src).st_mode & 0o7777)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = copy(src, dst)
    modified = os.stat(src).st_mtime
    os.utime(dst, (modified, modified))
    return dst


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    skipped = set() if ignore is None else set(ignore(os.fspath(src), names))
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in skipped:
            continue
        a, b = os.path.join(src, name), os.path.join(dst, name)
        if os.path.isdir(a):
            copytree(a, b, symlinks, ignore, copy_function, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(a, b)
    return dst


def ignore_patterns(*patterns):
    import fnmatch
    return lambda folder, names: {name for pattern in patterns for name in fnmatch.filter(names, pattern)}


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    try:
        for name in os.listdir(path):
            inside = os.path.join(path, name)
            if os.path.isdir(inside):
                rmtree(inside, ignore_errors, onerror, onexc=onexc)
            else:
                os.unlink(inside)
        os.rmdir(path)
    except OSError as e:
        if onexc is not None:
            onexc(os.rmdir, path, e)
        elif not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/'))) if os.path.isdir(dst) else dst
    if target is not dst and os.path.exists(target):
        raise Error(f"Destination path '{target}' already exists")
    os.rename(src, target)
    return target


def which(cmd, mode=1, path=None):
    """There are no programs to run."""
    return None


_usage = namedtuple('usage', 'total used free')


def disk_usage(path):
    os.stat(path)
    return _usage(1 << 28, 0, 1 << 28)


def get_terminal_size(fallback=(80, 24)):
    return os.terminal_size(fallback)
