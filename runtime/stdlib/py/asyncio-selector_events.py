"""What event loops do with sockets (CPython 3.13 asyncio/selector_events.py and base_events.py). The functions are
methods of the loop, which is their first argument.
"""

import asyncio
import socket
from asyncio.base_servers import Server
from asyncio.selector_transports import SocketTransport
import _network


def _name(address):
    return f'{address[0]}:{address[1]}'


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return socket.getaddrinfo(host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    return (sockaddr[0], str(sockaddr[1]))


# ------------------------------------------------------------ sockets as such

def _check_non_blocking(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


async def _when_ready(loop, sock, operation, peer, writing=False):
    """Tries an operation now, and then whenever the socket is ready, until it need not wait."""
    _check_non_blocking(loop, sock)
    try:
        return operation()
    except (BlockingIOError, InterruptedError):
        pass
    future = _network.future(loop, peer)

    def attempt():
        if future.done():
            return
        try:
            result = operation()
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            future.set_exception(exc)
        else:
            future.set_result(result)

    watch, unwatch = ((loop._add_writer, loop._remove_writer) if writing else
                      (loop._add_reader, loop._remove_reader))
    handle = watch(sock, attempt)

    def done(_):
        if not handle.cancelled():
            unwatch(sock)
    future.add_done_callback(done)
    return await future


async def sock_recv(loop, sock, n):
    return await _when_ready(loop, sock, lambda: sock.recv(n), _peer(sock))


async def sock_recv_into(loop, sock, buf):
    return await _when_ready(loop, sock, lambda: sock.recv_into(buf), _peer(sock))


async def sock_accept(loop, sock):
    def accept():
        conn, address = sock.accept()
        conn.setblocking(False)
        return conn, address
    return await _when_ready(loop, sock, accept, 'clients of ' + _name(sock.getsockname()))


async def sock_sendall(loop, sock, data):
    data = bytes(data)
    sent = 0

    def send():
        nonlocal sent
        sent += sock.send(data[sent:])
        if sent < len(data):
            raise BlockingIOError
    return await _when_ready(loop, sock, send, _peer(sock), writing=True)


def _peer(sock):
    try:
        return _name(sock.getpeername())
    except OSError:
        return 'a socket'


async def sock_connect(loop, sock, address):
    _check_non_blocking(loop, sock)
    address = (await loop.getaddrinfo(*address[:2], type=sock.type))[0][4]
    future = _network.future(loop, _name(address))
    try:
        sock.connect(address)
    except (BlockingIOError, InterruptedError):
        pass
    else:
        return None

    def connected():
        if future.done():
            return
        err = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if err != 0:
            future.set_exception(OSError(err, f'Connect call failed {address}'))
        else:
            future.set_result(None)
    handle = loop._add_writer(sock, connected)

    def done(_):
        if not handle.cancelled():
            loop._remove_writer(sock)
    future.add_done_callback(done)
    return await future


# ------------------------------------------------------------ connections

def _check_ssl(ssl, server_hostname, host, ssl_handshake_timeout, ssl_shutdown_timeout):
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if server_hostname is None and ssl and not host:
        raise ValueError('You must set server_hostname when using ssl without a host')
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


def _check_stream(sock):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                            all_errors=False):
    _check_ssl(ssl, server_hostname, host, ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        infos = await loop.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags)
        sock = await _connect_first(loop, infos, local_addr, all_errors)
    else:
        if sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        _check_stream(sock)
    return await _attach(loop, sock, protocol_factory, ssl)


async def _connect_first(loop, infos, local_addr, all_errors):
    """A socket connected to the first address that answers."""
    exceptions = []
    for *_, address in infos:
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        sock.setblocking(False)
        try:
            if local_addr is not None:
                sock.bind(local_addr)
            await sock_connect(loop, sock, address)
            return sock
        except OSError as exc:
            exceptions.append(exc)
            sock.close()
        except BaseException:
            sock.close()
            raise
    if all_errors:
        raise ExceptionGroup('create_connection failed', exceptions)
    texts = {str(exc) for exc in exceptions}
    if len(texts) == 1:
        raise exceptions[0]
    raise OSError('Multiple exceptions: {}'.format(', '.join(str(exc) for exc in exceptions)))


async def _attach(loop, sock, protocol_factory, ssl, server=None, extra=None):
    """A transport for a connected socket, once its protocol knows it."""
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = _network.future(loop, _peer(sock))
    transport = SocketTransport(loop, sock, protocol, waiter, extra, server, ssl)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    _check_stream(sock)
    return await _attach(loop, sock, protocol_factory, ssl)


async def start_tls(loop, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                    ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Nothing is encrypted here: the transport stays what it is."""
    transport._extra['sslcontext'] = sslcontext
    transport.set_protocol(protocol)
    return transport


async def _server_infos(loop, host, port, family, flags):
    return await loop.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, flags=flags)


async def create_server(loop, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                        reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                        start_serving=True):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    _check_ssl(ssl, None, 'any', ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        hosts = [None] if host == '' else [host] if host is None or isinstance(host, str) else host
        found = await asyncio.gather(*[
            _network.task(loop, _server_infos(loop, h, port, family, flags)) for h in hosts])
        sockets = _bind_all(dict.fromkeys(info for infos in found for info in infos))
    else:
        if sock is None:
            raise ValueError('Neither host/port nor sock were specified')
        _check_stream(sock)
        sockets = [sock]
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, protocol_factory, ssl, backlog)
    if start_serving:
        server._start_serving()
        await asyncio.sleep(0)
    return server


def _bind_all(infos):
    sockets = []
    try:
        for family, type, proto, _, address in infos:
            sock = socket.socket(family, type, proto)
            sockets.append(sock)
            try:
                sock.bind(address)
            except OSError as err:
                message = f'error while attempting to bind on address {address!r}: {str(err).lower()}'
                raise OSError(err.errno, message) from None
    except BaseException:
        for sock in sockets:
            sock.close()
        raise
    return sockets


def accept_connections(loop, protocol_factory, sock, server, backlog):
    """Takes all connections that wait at a listening socket."""
    for _ in range(backlog):
        try:
            conn, address = sock.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        conn.setblocking(False)
        _network.task(loop, _serve(loop, conn, protocol_factory, server, {'peername': address}))


async def _serve(loop, conn, protocol_factory, server, extra):
    try:
        await _attach(loop, conn, protocol_factory, server._ssl_context, server, extra)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as exc:
        if loop.get_debug():
            loop.call_exception_handler({
                'message': 'Error on transport creation for incoming connection', 'exception': exc})


def _unsupported(what):
    async def method(loop, *args, **kwargs):
        raise NotImplementedError(f'{what} here')
    return method


create_unix_connection = create_unix_server = _unsupported('there are no Unix domain sockets')
create_datagram_endpoint = _unsupported('there are no datagrams, only TCP')
subprocess_exec = subprocess_shell = _unsupported('there are no processes')
sendfile = _unsupported('there are no files')
