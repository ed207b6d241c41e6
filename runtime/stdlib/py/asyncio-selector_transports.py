"""Connections of an event loop (CPython 3.13 asyncio/selector_events.py, _SelectorSocketTransport; asyncio/trsock.py)."""

import collections
import socket
from asyncio import transports
from asyncio.protocols import BufferedProtocol
import _network


class TransportSocket:
    """A socket of a transport: looking is allowed, changing it is not."""

    __module__ = 'asyncio.trsock'
    __slots__ = ('_sock',)

    def __init__(self, sock):
        self._sock = sock

    family = property(lambda self: self._sock.family)
    type = property(lambda self: self._sock.type)
    proto = property(lambda self: self._sock.proto)

    def __repr__(self):
        text = f'<asyncio.TransportSocket fd={self.fileno()}, family={self.family!s}, type={self.type!s}, proto={self.proto}'
        if self.fileno() != -1:
            text += f', laddr={self.getsockname()}'
            try:
                text += f', raddr={self.getpeername()}'
            except OSError:
                pass
        return text + '>'

    def fileno(self):
        return self._sock.fileno()

    def shutdown(self, how):
        self._sock.shutdown(how)

    def getsockopt(self, *args):
        return self._sock.getsockopt(*args)

    def setsockopt(self, *args):
        self._sock.setsockopt(*args)

    def getpeername(self):
        return self._sock.getpeername()

    def getsockname(self):
        return self._sock.getsockname()

    def gettimeout(self):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')


LOG_THRESHOLD = 5       # writes to a lost connection before the log says so


class SocketTransport(transports._FlowControlMixin):
    """A connection of an event loop."""

    max_size = 256 * 1024

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None, ssl=None):
        super().__init__(extra, loop)
        info = self._extra
        info['socket'] = TransportSocket(sock)
        info['sockname'] = sock.getsockname()
        if 'peername' not in info:
            try:
                info['peername'] = sock.getpeername()
            except OSError:
                info['peername'] = None
        if ssl:
            info['sslcontext'] = info['ssl_object'] = ssl
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._reading = False
        self._writing = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = collections.deque()
        self._conn_lost = 0     # grows with every write after the end
        self._closing = False
        self._paused = False
        self._eof = False
        if server is not None:
            server._attach(self)
        _network.call_soon(loop, protocol.connection_made, self)
        _network.call_soon(loop, self._watch)
        if waiter is not None:
            _network.call_soon(loop, _wake, waiter)

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._sock_fd}')
        if self._loop is not None and not self._loop.is_closed():
            info.append('read=polling' if self._reading else 'read=idle')
            state = 'polling' if self._writing else 'idle'
            info.append(f'write=<{state}, bufsize={self.get_write_buffer_size()}>')
        return '<{}>'.format(' '.join(info))

    # -- state

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._read_ready = self._fill_buffer if isinstance(protocol, BufferedProtocol) else self._receive

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def can_write_eof(self):
        return True

    def get_write_buffer_size(self):
        return sum(map(len, self._buffer))

    # -- reading

    def _watch(self):
        if self.is_reading():
            self._reading = True
            self._loop._add_reader(self._sock, self._read)

    def _unwatch(self):
        self._reading = False
        self._loop._remove_reader(self._sock)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._unwatch()

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._watch()

    def _read(self):
        if self._conn_lost:
            return
        self._read_ready()

    def _call(self, what, function, *args):
        """Calls the protocol or the socket; False when that was fatal, None when there was nothing to do."""
        try:
            return function(*args), True
        except (BlockingIOError, InterruptedError):
            return None, None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, what)
            return None, False

    def _receive(self):
        data, ok = self._call('Fatal read error on socket transport', self._sock.recv, self.max_size)
        if not ok:
            return
        if not data:
            self._end_of_stream()
        else:
            self._call('Fatal error: protocol.data_received() call failed.', self._protocol.data_received, data)

    def _fill_buffer(self):
        buffer, ok = self._call('Fatal error: protocol.get_buffer() call failed.', self._protocol.get_buffer, -1)
        if not ok:
            return
        count, ok = self._call('Fatal read error on socket transport', self._sock.recv_into, buffer)
        if not ok:
            return
        if not count:
            self._end_of_stream()
        else:
            self._call('Fatal error: protocol.buffer_updated() call failed.', self._protocol.buffer_updated, count)

    def _end_of_stream(self):
        keep_open, ok = self._call('Fatal error: protocol.eof_received() call failed.', self._protocol.eof_received)
        if not ok:
            return
        if keep_open:
            self._unwatch()
        else:
            self.close()

    # -- writing

    def write(self, data):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data:
            return
        if self._conn_lost:
            if self._conn_lost >= LOG_THRESHOLD:
                _network.warn('socket.send() raised exception.')
            self._conn_lost += 1
            return
        data = bytes(data)
        if not self._buffer:
            sent, ok = self._call('Fatal write error on socket transport', self._sock.send, data)
            if ok is False:
                return
            data = data[sent or 0:]
            if not data:
                return
            self._writing = True
            self._loop._add_writer(self._sock, self._write_ready)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        if self._eof:
            raise RuntimeError('Cannot call writelines() after write_eof()')
        if not list_of_data:
            return
        self._buffer.extend(map(bytes, list_of_data))
        self._write_ready()
        if self._buffer:
            self._writing = True
            self._loop._add_writer(self._sock, self._write_ready)

    def _write_ready(self):
        if self._conn_lost:
            return
        buffer = self._buffer
        try:
            while buffer:
                data = buffer.popleft()
                try:
                    sent = self._sock.send(data)
                except BlockingIOError:
                    buffer.appendleft(data)
                    break
                if sent < len(data):
                    buffer.appendleft(data[sent:])
                    break
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._stop_writing()
            buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            return
        self._maybe_resume_protocol()
        if not buffer:
            self._stop_writing()
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    def _stop_writing(self):
        self._writing = False
        self._loop._remove_writer(self._sock)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    # -- the end

    def close(self):
        self._read_ready = self._write_ready = None
        if self._closing:
            return
        self._closing = True
        self._unwatch()
        if not self._buffer:
            self._conn_lost += 1
            _network.call_soon(self._loop, self._call_connection_lost, None)

    def abort(self):
        self._force_close(None)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self,
                'protocol': self._protocol,
            })
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._stop_writing()
        if not self._closing:
            self._closing = True
            self._unwatch()
        self._conn_lost += 1
        _network.call_soon(self._loop, self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)


SocketTransport.__name__ = SocketTransport.__qualname__ = '_SelectorSocketTransport'


def _wake(waiter):
    if not waiter.done():
        waiter.set_result(None)
