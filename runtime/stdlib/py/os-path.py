"""Paths as text, and what is at them."""

from os import fspath

sep = '/'
curdir = '.'
pardir = '..'


def join(a, *p):
    path = fspath(a)
    for b in map(fspath, p):
        if b.startswith('/'):
            path = b
        elif not path or path.endswith('/'):
            path += b
        else:
            path += '/' + b
    return path


def split(p):
    p = fspath(p)
    i = p.rfind('/') + 1
    head, tail = p[:i], p[i:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = fspath(p)
    i = p.rfind('.')
    base = p.rfind('/') + 1
    if i <= base or not p[base:i].strip('.'):
        return p, ''
    return p[:i], p[i:]


def isabs(s):
    s = fspath(s)
    return s.startswith('/')


def normcase(s):
    from os import fspath
    return fspath(s)


def normpath(path):
    path = fspath(path)
    if not path:
        return '.'
    slashes = '//' if path.startswith('//') and not path.startswith('///') else '/' if path.startswith('/') else ''
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not slashes and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return slashes + '/'.join(parts) or '.'


def _store():
    import _files
    return _files


def abspath(path):
    path = fspath(path)
    return normpath(path if isabs(path) else join(_store().current, path))


realpath = abspath


def expanduser(path):
    return path


expandvars = expanduser


def exists(path):
    return _store().peek(path) is not None


lexists = exists


def isfile(path):
    node = _store().peek(path)
    return node is not None and node.entries is None


def isdir(path):
    node = _store().peek(path)
    return node is not None and node.entries is not None


def islink(path):
    return False


def ismount(path):
    return normpath(fspath(path)) == '/'


def samefile(a, b):
    return _store().find(a) is _store().find(b)


def getsize(path):
    from os import stat
    return stat(path).st_size


def getmtime(path):
    return _store().find(path).modified


getctime = getatime = getmtime


def commonprefix(m):
    if not m:
        return ''
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def relpath(path, start='.'):
    a = [p for p in abspath(start).split('/') if p]
    b = [p for p in abspath(path).split('/') if p]
    n = len(commonprefix([a, b]))
    return '/'.join(['..'] * (len(a) - n) + b[n:]) or '.'
