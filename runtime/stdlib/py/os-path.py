"""Paths as text."""

sep = '/'
curdir = '.'
pardir = '..'


def join(a, *p):
    path = a
    for b in p:
        if b.startswith('/'):
            path = b
        elif not path or path.endswith('/'):
            path += b
        else:
            path += '/' + b
    return path


def split(p):
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
    i = p.rfind('.')
    base = p.rfind('/') + 1
    if i <= base or not p[base:i].strip('.'):
        return p, ''
    return p[:i], p[i:]


def isabs(s):
    return s.startswith('/')


def normcase(s):
    from os import fspath
    return fspath(s)


def normpath(path):
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


def abspath(path):
    return normpath(path if isabs(path) else join('/', path))


realpath = abspath


def expanduser(path):
    return path


expandvars = expanduser


def exists(path):
    return False


isfile = isdir = islink = lexists = ismount = exists


def getsize(path):
    raise FileNotFoundError(2, 'No such file or directory', path)


getmtime = getctime = getatime = getsize


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
