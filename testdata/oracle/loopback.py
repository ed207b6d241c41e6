"""A loopback network inside the process, for CPython's own asyncio on a virtual clock.

install() replaces socket.socket and the name look-ups of module socket, and Selector is what an event loop of
asyncio.selector_events polls. Streams, transports, protocols and servers stay CPython's own code.

The model is Linux's TCP on 127.0.0.1, with choices where a real system is free:
- what is sent is there at once; a socket takes BUFFER_BYTES before its reader has read any;
- a connection is refused or established at the next poll; a backlog is never full;
- ports that the system gives out count up from FIRST_PORT, file descriptors from FIRST_FD, and neither comes twice;
- ready sockets are reported in the order in which they became ready, as epoll does for level-triggered ones;
- localhost is 127.0.0.1, every other name an address of 198.18.0.0/15 that nobody listens at, and names under
  .invalid are not found; a look-up takes no pass of the loop. There is no IPv6.
"""
import errno
import os
import selectors
import socket

FIRST_FD = 6
FIRST_PORT = 49152
BUFFER_BYTES = 64 * 1024
ANY = '0.0.0.0'


class Net:
    def __init__(self):
        self.listeners = {}
        self.bound = {}         # hosts, by port
        self.open = {}
        self.next_fd = FIRST_FD
        self.next_port = FIRST_PORT
        self.selectors = []


NET = Net()


def is_free(host, port):
    hosts = NET.bound.get(port, ())
    return not hosts if host == ANY else host not in hosts and ANY not in hosts


def os_error(number):
    return OSError(number, os.strerror(number))


class Socket:
    """Stands for socket.socket."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family = socket.AF_INET if family == -1 else socket.AddressFamily(family)
        self.type = socket.SOCK_STREAM if type == -1 else socket.SocketKind(type)
        if (self.family, self.type) != (socket.AF_INET, socket.SOCK_STREAM):
            raise OSError(errno.EAFNOSUPPORT, 'only TCP over IPv4')
        self.proto = max(proto, 0)
        self.fd = NET.next_fd
        NET.next_fd += 1
        NET.open[self.fd] = self
        self.local, self.remote = (ANY, 0), None
        self.is_bound = self.listening = self.connected = self.connecting = False
        self.accepted = []
        self.peer = None
        self.received = bytearray()
        self.in_end = self.out_end = self.broken = False
        self.error = 0
        self.options = {}
        self.timeout = None

    # -- state

    def fileno(self):
        return self.fd if self.fd in NET.open else -1

    def _check_open(self):
        if self.fileno() == -1:
            raise os_error(errno.EBADF)

    def _wake(self):
        for s in NET.selectors:
            s.notice(self)

    def readable(self):
        return bool(self.accepted or self.received or self.in_end or self.error and not self.connecting)

    def writable(self):
        if self.error or self.broken:
            return True
        return self.connected and (self.peer is None or self.peer.room() > 0)

    def room(self):
        return BUFFER_BYTES - len(self.received)

    def setblocking(self, flag):
        self.timeout = None if flag else 0.0

    def settimeout(self, value):
        self.timeout = value

    def gettimeout(self):
        return self.timeout

    def getblocking(self):
        return self.timeout != 0

    def setsockopt(self, level, option, value):
        self.options[level, option] = int(value)

    def getsockopt(self, level, option):
        if (level, option) == (socket.SOL_SOCKET, socket.SO_ERROR):
            number, self.error, self.connecting = self.error, 0, False
            return number
        return self.options.get((level, option), 0)

    def getsockname(self):
        self._check_open()
        return self.local

    def getpeername(self):
        self._check_open()
        if not self.connected:
            raise os_error(errno.ENOTCONN)
        return self.remote

    def __repr__(self):
        closed = self.fileno() == -1
        text = f'<socket.socket{" [closed]" if closed else ""} fd={self.fileno()}, family={self.family}, ' \
               f'type={self.type}, proto={self.proto}'
        if not closed:
            text += f', laddr={self.local}'
            if self.connected:
                text += f', raddr={self.remote}'
        return text + '>'

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    # -- connections

    def _take_port(self, host):
        while True:
            port = NET.next_port
            NET.next_port += 1
            if is_free(host, port):
                return port

    def bind(self, address):
        self._check_open()
        if self.is_bound:
            raise os_error(errno.EINVAL)
        host, port = lookup(address[0], True), address[1]
        if port == 0:
            port = self._take_port(host)
        if not is_free(host, port):
            raise os_error(errno.EADDRINUSE)
        NET.bound.setdefault(port, []).append(host)
        self.local, self.is_bound = (host, port), True

    def listen(self, backlog=128):
        self._check_open()
        if self.connected or self.connecting:
            raise os_error(errno.EINVAL)
        if not self.is_bound:
            self.bind((ANY, 0))
        self.listening = True
        NET.listeners[self.local] = self

    def accept(self):
        self._check_open()
        if not self.listening:
            raise os_error(errno.EINVAL)
        if not self.accepted:
            raise os_error(errno.EAGAIN)
        conn = self.accepted.pop(0)
        return conn, conn.remote

    def connect(self, address):
        self._check_open()
        if self.connecting:
            raise os_error(errno.EALREADY)
        if self.connected or self.listening:
            raise os_error(errno.EISCONN)
        address = (lookup(address[0]), address[1])
        if not self.is_bound:
            self.local = ('127.0.0.1', self._take_port(address[0]))
        self.remote, self.connecting, self.error = address, True, 0
        listener = NET.listeners.get(address) or NET.listeners.get((ANY, address[1]))
        if listener is None:
            self.error = errno.ECONNREFUSED
        else:
            conn = type(self)(self.family, self.type, self.proto)
            conn.local, conn.remote, conn.connected, conn.peer = address, self.local, True, self
            self.connected, self.peer = True, conn
            listener.accepted.append(conn)
            listener._wake()
        self._wake()
        if self.timeout == 0:
            raise os_error(errno.EINPROGRESS)
        self.connecting = False
        if self.error:
            raise self._take_error()

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as exc:
            return exc.errno
        return 0

    def _take_error(self):
        number, self.error = self.error, 0
        return os_error(number)

    # -- bytes

    def send(self, data, flags=0):
        data = bytes(data)
        self._check_open()
        if self.error and not self.connecting:
            raise self._take_error()
        if not self.connected or self.out_end or self.broken:
            raise os_error(errno.EPIPE)
        if self.peer is None:
            self.error, self.broken = errno.EPIPE, True
            self._wake()
            return len(data)
        n = min(len(data), self.peer.room())
        if n == 0 and data:
            raise os_error(errno.EAGAIN)
        self.peer.received += data[:n]
        self.peer._wake()
        return n

    def sendmsg(self, buffers):
        total = 0
        for data in buffers:
            try:
                n = self.send(data)
            except BlockingIOError:
                if total:
                    break
                raise
            total += n
            if n < len(data):
                break
        return total

    def sendall(self, data, flags=0):
        while data:
            data = data[self.send(data):]

    def recv(self, count, flags=0):
        self._check_open()
        if self.received:
            data = bytes(self.received[:count])
            del self.received[:count]
            if self.peer is not None:
                self.peer._wake()
            return data
        if self.error and not self.connecting:
            raise self._take_error()
        if self.in_end:
            return b''
        raise os_error(errno.EAGAIN if self.connected else errno.ENOTCONN)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def shutdown(self, how):
        self._check_open()
        if not self.connected:
            raise os_error(errno.ENOTCONN)
        if how != socket.SHUT_WR:
            self.in_end = True
            self._wake()
        if how != socket.SHUT_RD and not self.out_end:
            self.out_end = True
            if self.peer is not None:
                self.peer.in_end = True
                self.peer._wake()

    def close(self):
        if self.fileno() == -1:
            return
        del NET.open[self.fd]
        if NET.listeners.get(self.local) is self:
            del NET.listeners[self.local]
        if self.is_bound:
            NET.bound[self.local[1]].remove(self.local[0])
        for conn in self.accepted:
            conn.received += b'\0'
            conn.close()
        self.accepted = []
        peer, self.peer = self.peer, None
        if peer is not None:
            peer.peer = None
            peer.in_end = True
            if self.received:
                peer.error, peer.broken = errno.ECONNRESET, True
            peer._wake()
        self.received = bytearray()


Socket.__name__ = Socket.__qualname__ = 'socket'
Socket.__module__ = 'socket'


class Selector(selectors._BaseSelectorImpl):
    """Polls sockets of this module; advance(timeout) lets the virtual time go on when none is ready."""

    def __init__(self, advance):
        super().__init__()
        self.advance = advance
        self.ready = []         # file descriptors that may be ready
        NET.selectors.append(self)

    def notice(self, sock):
        if sock.fd in self._fd_to_key and sock.fd not in self.ready:
            self.ready.append(sock.fd)

    def _events(self, key):
        sock = NET.open.get(key.fd)
        if sock is None:
            return 0
        events = selectors.EVENT_READ if sock.readable() else 0
        if sock.writable():
            events |= selectors.EVENT_WRITE
        return events & key.events

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        self._look(key)
        return key

    def modify(self, fileobj, events, data=None):
        fd = self._fileobj_lookup(fileobj)
        key = self._fd_to_key[fd]._replace(events=events, data=data)
        self._fd_to_key[fd] = key
        self._look(key)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        if key.fd in self.ready:
            self.ready.remove(key.fd)
        return key

    def _look(self, key):
        if self._events(key) and key.fd not in self.ready:
            self.ready.append(key.fd)

    def select(self, timeout=None):
        found = self._poll()
        if not found:
            self.advance(timeout)
            found = self._poll()
        return found

    def _poll(self):
        candidates, self.ready = self.ready, []
        found = []
        for fd in candidates:
            key = self._fd_to_key.get(fd)
            events = self._events(key) if key else 0
            if events:
                found.append((key, events))
                self.ready.append(fd)
        return found

    def close(self):
        super().close()
        if self in NET.selectors:
            NET.selectors.remove(self)


Selector.__name__ = Selector.__qualname__ = 'EpollSelector'     # as the log shows it


def lookup(host, passive=False):
    """The address of a host, as digits."""
    if host in (None, ''):
        return ANY if passive or host == '' else '127.0.0.1'
    parts = host.split('.')
    if len(parts) == 4 and all(p.isdigit() for p in parts):
        return host
    name = host.lower().rstrip('.')
    if name == 'localhost' or name.endswith('.localhost'):
        return '127.0.0.1'
    if name == 'invalid' or name.endswith('.invalid'):
        raise socket.gaierror(socket.EAI_NONAME, 'Name or service not known')
    return '198.18.0.1'


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(port, str):
        port = int(port)
    if family not in (socket.AF_UNSPEC, socket.AF_INET):
        raise socket.gaierror(socket.EAI_ADDRFAMILY, 'Address family for hostname not supported')
    address = (lookup(host, flags & socket.AI_PASSIVE), port or 0)
    return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, '', address)]


def install():
    socket.socket = Socket
    socket.getaddrinfo = getaddrinfo
    socket.has_ipv6 = False
