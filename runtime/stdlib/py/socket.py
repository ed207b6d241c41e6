"""Sockets on the loopback inside the page (CPython 3.13 socket.py)."""

import _socket
from enum import IntEnum, IntFlag


class AddressFamily(IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2


class AddressInfo(IntFlag):
    AI_PASSIVE = 1
    AI_CANONNAME = 2
    AI_NUMERICHOST = 4


for _kind in (AddressFamily, SocketKind, AddressInfo):
    globals().update(_kind.__members__)

IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP = 0, 6, 17
SOL_SOCKET, SO_REUSEADDR, SO_ERROR, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_REUSEPORT = 1, 2, 4, 7, 8, 9, 15
TCP_NODELAY = 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
INADDR_ANY = 0
EAI_NONAME = -2
has_ipv6 = False

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


_default_timeout = None


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = timeout


def getdefaulttimeout():
    return _default_timeout


class socket(_socket.socket):
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else AddressFamily(family)
        type = SOCK_STREAM if type == -1 else SocketKind(type)
        if family != AF_INET or type != SOCK_STREAM:
            raise OSError(97, f'only TCP over IPv4 is simulated here, not {family.name} with {type.name}')
        self.family, self.type, self.proto = family, type, max(proto, 0)
        self._options = {}
        self.settimeout(_default_timeout)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        closed = self.fileno() == -1
        text = f'<{self.__class__.__module__}.{self.__class__.__qualname__}{" [closed]" if closed else ""}'
        text += f' fd={self.fileno()}, family={self.family}, type={self.type}, proto={self.proto}'
        if not closed:
            text += f', laddr={self.getsockname()}'
            try:
                text += f', raddr={self.getpeername()}'
            except OSError:
                pass
        return text + '>'

    def _resolved(self, address):
        if not isinstance(address, tuple) or len(address) < 2:
            return address
        return getaddrinfo(address[0], address[1])[0][4]

    def bind(self, address):
        self._bind(self._resolved(address))

    def connect(self, address):
        self._connect(self._resolved(address))

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as exc:
            return exc.errno
        return 0

    def accept(self):
        conn, address = self._accept()
        conn.__init__(self.family, self.type, self.proto)
        return conn, address

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def getblocking(self):
        return self.gettimeout() != 0

    def detach(self):
        raise OSError(95, 'detach() makes no sense here: there are no file descriptors')

    def setsockopt(self, level, option, value):
        self._options[level, option] = int(value)

    def getsockopt(self, level, option):
        if (level, option) == (SOL_SOCKET, SO_ERROR):
            return self._take_error()
        return self._options.get((level, option), 0)


def _is_digits(host):
    parts = host.split('.')
    return len(parts) == 4 and all(p.isascii() and p.isdigit() and int(p) < 256 for p in parts)


_services = {'http': 80, 'https': 443, 'ftp': 21, 'ssh': 22, 'smtp': 25, 'domain': 53}


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(host, bytes):
        host = host.decode()
    if host is None or host == '':
        address = '0.0.0.0' if host == '' or flags & AI_PASSIVE else '127.0.0.1'
    elif _is_digits(host):
        address = host
    else:
        address = _socket.resolve(host)
        if address is None:
            raise gaierror(EAI_NONAME, 'Name or service not known')
    if isinstance(port, str):
        if not port.isdigit() and port not in _services:
            raise gaierror(-8, 'Servname not supported for ai_socktype')
        port = _services.get(port) or int(port)
    if family not in (AF_UNSPEC, AF_INET):
        raise gaierror(-9, 'Address family for hostname not supported')
    return [(AF_INET, SOCK_STREAM, IPPROTO_TCP, '', (address, port or 0))]


def gethostbyname(host):
    return getaddrinfo(host, 0)[0][4][0]


def gethostname():
    return 'localhost'


def getfqdn(name=''):
    return name or gethostname()


def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
    sock = socket()
    try:
        if timeout is not ...:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect(address)
        return sock
    except BaseException:
        sock.close()
        raise


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family)
    try:
        sock.bind(address)
        sock.listen(backlog or 128)
        return sock
    except BaseException:
        sock.close()
        raise


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    with socket() as listener:
        listener.bind(('127.0.0.1', 0))
        listener.listen()
        client = create_connection(listener.getsockname())
        return client, listener.accept()[0]
