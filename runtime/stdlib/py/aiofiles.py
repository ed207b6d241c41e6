"""aiofiles: what files do, done in threads."""

import asyncio
import builtins
import functools

__all__ = ['open']

_IN_THREADS = ('close', 'flush', 'read', 'readall', 'readinto', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate', 'writable',
               'readable', 'write', 'writelines', 'isatty', 'peek', 'read1')


def _in_thread(function, *args, **kwargs):
    return asyncio.get_running_loop().run_in_executor(None, functools.partial(function, *args, **kwargs))


class _AsyncFile:
    def __init__(self, file):
        self._file = file

    def __getattr__(self, name):
        attribute = getattr(self._file, name)
        if name not in _IN_THREADS:
            return attribute

        async def method(*args, **kwargs):
            return await _in_thread(attribute, *args, **kwargs)
        return method

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await _in_thread(self._file.readline)
        if not line:
            raise StopAsyncIteration
        return line

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        await _in_thread(self._file.close)

    def __repr__(self):
        return f'<aiofiles file around {self._file!r}>'


class _Opening:
    """What open() returns: to be awaited, or entered."""

    def __init__(self, args, kwargs):
        self._args, self._kwargs = args, kwargs

    async def _open(self):
        return _AsyncFile(await _in_thread(builtins.open, *self._args, **self._kwargs))

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        self._file = await self._open()
        return self._file

    async def __aexit__(self, *exc_info):
        await self._file.close()


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *, loop=None, executor=None):
    return _Opening((file, mode, buffering, encoding, errors, newline), {})
