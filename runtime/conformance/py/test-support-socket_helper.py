"""What tests of sockets ask for."""

import unittest

HOST = '127.0.0.1'
IPV6_ENABLED = False
has_unix = False


def skip_unless_bind_unix_socket(test):
    return unittest.skip('no Unix domain sockets')(test)


HOSTv4 = HOST
HOSTv6 = '::1'


def bind_port(sock, host=HOST):
    sock.bind((host, 0))
    return sock.getsockname()[1]


def find_unused_port(family=None, socktype=None):
    import socket
    with socket.socket() as sock:
        return bind_port(sock)
