"""The pool of connections of aiohttp 3."""

import asyncio

from _http import INFINITE, KeepAlive
from aiohttp.client_exceptions import ClientConnectionError
import _network

__all__ = ('BaseConnector', 'TCPConnector')


def deadline(when):
    return asyncio.timeout_at(when if when < INFINITE else None)


class BaseConnector:
    """Bounds the connections that are open at once; a request waits for its turn, first come, first served."""

    def __init__(self, *, limit=100, limit_per_host=0, force_close=False, keepalive_timeout=15, loop=None, **kwargs):
        self._loop = loop or asyncio.get_running_loop()
        self._limit = limit or 0
        self._limit_per_host = limit_per_host or 0
        self._force_close = force_close
        self._acquired = {}     # connections in use, by origin
        self._waiters = []      # (origin, future) of requests that wait
        self._kept = KeepAlive()
        self._closed = False

    limit = property(lambda self: self._limit)
    limit_per_host = property(lambda self: self._limit_per_host)
    force_close = property(lambda self: self._force_close)
    closed = property(lambda self: self._closed)

    def _has_room(self, origin):
        if self._limit and sum(self._acquired.values()) >= self._limit:
            return False
        return not self._limit_per_host or self._acquired.get(origin, 0) < self._limit_per_host

    def _occupy(self, origin):
        self._acquired[origin] = self._acquired.get(origin, 0) + 1

    async def _acquire(self, origin, when):
        """Waits for a connection to be free; TimeoutError when the time has come. True: it need not be made."""
        if self._closed:
            raise ClientConnectionError('Connector is closed.')
        if not self._has_room(origin):
            place = (origin, _network.future(self._loop, 'a free connection of the pool'))
            self._waiters.append(place)
            try:
                async with deadline(when):
                    await place[1]
            except BaseException:
                if place in self._waiters:
                    self._waiters.remove(place)
                elif not place[1].cancelled():
                    self._release(origin)
                raise
        else:
            self._occupy(origin)
        return self._kept.take(origin)

    def _release(self, origin, keep=False):
        self._acquired[origin] -= 1
        if keep and not self._force_close:
            self._kept.give(origin)
        for place in self._waiters:
            if not place[1].done() and self._has_room(place[0]):
                self._waiters.remove(place)
                self._occupy(place[0])
                place[1].set_result(None)
                break

    def close(self, *, abort_ssl=False):
        self._closed = True
        self._kept = KeepAlive()
        return Nothing()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


class TCPConnector(BaseConnector):
    pass


class Nothing:
    """What may be awaited, and need not be."""

    def __await__(self):
        return
        yield
