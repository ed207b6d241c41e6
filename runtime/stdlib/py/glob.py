"""Names of files by patterns."""

import os
import fnmatch

__all__ = ['escape', 'glob', 'iglob', 'has_magic']


def has_magic(s):
    return any(c in s for c in '*?[')


def escape(pathname):
    return ''.join(f'[{c}]' if c in '*?[' else c for c in pathname)


def _names(folder):
    try:
        return os.listdir(folder or '.')
    except OSError:
        return []


def _expand(folder, parts, recursive):
    if not parts:
        yield folder
        return
    part, rest = parts[0], parts[1:]
    if part == '**' and recursive:
        yield from _expand(folder, rest, recursive) if rest or not folder else [os.path.join(folder, '')]
        for name in _names(folder):
            path = os.path.join(folder, name)
            if name.startswith('.'):
                continue
            if os.path.isdir(path):
                if rest:
                    yield from _expand(path, parts, recursive)
                else:
                    yield path
                    yield from (p for p in _expand(path, parts, recursive) if p != os.path.join(path, ''))
            elif not rest:
                yield path
    elif has_magic(part):
        for name in _names(folder):
            path = os.path.join(folder, name)
            if fnmatch.fnmatchcase(name, part) and (part.startswith('.') or not name.startswith('.')) and (not rest or os.path.isdir(path)):
                yield from _expand(path, rest, recursive)
    else:
        path = os.path.join(folder, part)
        if os.path.exists(path or '.'):
            yield from _expand(path, rest, recursive)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    start = '/' if pathname.startswith('/') else ''
    parts = [part for part in pathname.split('/') if part]
    if root_dir is None:
        yield from _expand(start, parts, recursive)
        return
    base = os.path.join(os.fspath(root_dir), '')
    for path in _expand(base, parts, recursive):
        yield path[len(base):]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive))
