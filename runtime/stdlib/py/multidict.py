"""Mappings that keep several values of a key."""

from _http import Headers


class CIMultiDict(Headers):
    def __init__(self, headers=None, **kwargs):
        super().__init__(headers)
        self.extend(kwargs)

    def getone(self, name, default=None):
        return self.get(name, default)

    def __repr__(self):
        return f'<{type(self).__name__}({", ".join(f"{n!r}: {v!r}" for n, v in self._items)})>'


class CIMultiDictProxy(CIMultiDict):
    pass


class istr(str):
    pass
