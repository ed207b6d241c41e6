"""Paths as objects, of the POSIX kind; what is at them are the files in memory."""

import os
import fnmatch
import _files

__all__ = ['UnsupportedOperation', 'PurePath', 'PurePosixPath', 'Path', 'PosixPath']


class UnsupportedOperation(NotImplementedError):
    pass


class PurePath:
    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *segments):
        text = ''
        for segment in segments:
            if not isinstance(segment, (str, PurePath)):
                try:
                    segment = os.fspath(segment)
                except TypeError:
                    pass
                if not isinstance(segment, str):
                    raise TypeError('argument should be a str or an os.PathLike object where __fspath__ returns a str, '
                                    f'not {type(segment).__name__!r}')
            text = os.path.join(text, str(segment))
        self._root = '/' if text.startswith('/') else ''
        self._names = [name for name in text.split('/') if name not in ('', '.')]

    def _made(self, names, root=None):
        path = object.__new__(type(self))
        path._root = self._root if root is None else root
        path._names = list(names)
        return path

    def with_segments(self, *segments):
        return type(self)(*segments)

    def __str__(self):
        return self._root + '/'.join(self._names) or '.'

    __fspath__ = __str__
    as_posix = __str__

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __bytes__(self):
        return os.fsencode(self)

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def _key(self):
        return [self._root, *self._names]

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        try:
            return self.joinpath(other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return self.with_segments(other, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *others):
        return self.with_segments(self, *others)

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._names)

    @property
    def drive(self):
        return ''

    @property
    def root(self):
        return self._root

    anchor = root

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        name = self.name.lstrip('.')
        i = name.rfind('.')
        return name[i:] if 0 < i < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith('.') else ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    @property
    def parent(self):
        return self._made(self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return tuple(self._made(self._names[:n]) for n in range(len(self._names) - 1, -1, -1))

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._made([*self._names[:-1], name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self._root)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self.with_segments(other)
        if self._root != other._root:
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}' if not walk_up
                             else f'{str(self)!r} and {str(other)!r} have different anchors')
        n = len(other._names)
        up = 0
        while self._names[:n] != other._names[:n]:
            n -= 1
            up += 1
        if up and not walk_up:
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
        return self._made(['..'] * up + self._names[n:], '')

    def is_relative_to(self, other, /, *_deprecated):
        other = self.with_segments(other)
        return self._root == other._root and self._names[:len(other._names)] == other._names

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = self.with_segments(path_pattern)
        if not pattern._names:
            raise ValueError('empty pattern')
        names, wanted = self._names, pattern._names
        if pattern._root and (self._root != pattern._root or len(names) != len(wanted)) or len(wanted) > len(names):
            return False
        return all(fnmatch.fnmatchcase(name, want) for name, want in zip(reversed(names), reversed(wanted)))

    def full_match(self, pattern, *, case_sensitive=None):
        return _matches(self.parts, self.with_segments(pattern).parts)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return 'file://' + quote(str(self))


def _matches(names, wanted):
    if not wanted:
        return not names
    if wanted[0] == '**':
        return any(_matches(names[i:], wanted[1:]) for i in range(len(names) + 1))
    return bool(names) and fnmatch.fnmatchcase(names[0], wanted[0]) and _matches(names[1:], wanted[1:])


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls('/home/user')

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        path = self.with_segments(os.path.abspath(self))
        if strict:
            path.stat()
        return path

    def expanduser(self):
        return self.with_segments(self.home(), *self._names[1:]) if self._names[:1] == ['~'] else self

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self)

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self))

    lstat = stat

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return _files.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as f:
            return f.read()

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open('wb') as f:
            return f.write(memoryview(data))

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, 'File exists', str(self))
            os.utime(self)
        else:
            self.open('a').close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self))
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return self.with_segments(target)

    replace = rename

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(str(self), mode)

    def owner(self):
        return 'user'

    group = owner

    def iterdir(self):
        names = os.listdir(str(self))
        return (self._made([*self._names, name]) for name in names)

    def _below(self):
        for path in self.iterdir():
            yield path
            if path.is_dir():
                yield from path._below()

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        wanted = self.with_segments(pattern)
        if wanted._root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if not wanted._names:
            raise ValueError(f'Unacceptable pattern: {os.fspath(pattern)!r}')
        if not self.is_dir():
            return
        n, names = len(self._names), tuple(wanted._names)
        if names[0] == '**' and _matches((), names):
            yield self
        for path in self._below() if '**' in names or len(names) > 1 else self.iterdir():
            if _matches(tuple(path._names[n:]), names):
                yield path

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self.glob(os.path.join('**', os.fspath(pattern)))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, dirs, files in os.walk(str(self), top_down, on_error):
            yield self.with_segments(folder), dirs, files


class PosixPath(Path, PurePosixPath):
    pass
