# Names and constants of module socket, and sockets that are not connected.
import socket

print(socket.AF_INET, repr(socket.AF_INET), repr(socket.SOCK_STREAM), socket.SHUT_WR, socket.error is OSError)
print(socket.timeout is TimeoutError, issubclass(socket.gaierror, OSError), socket.getdefaulttimeout())
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    print(s.family, s.type, s.proto, s.gettimeout(), s.getsockname(), s.getblocking())
    s.settimeout(2.5)
    print(s.gettimeout())
    s.setblocking(False)
    print(s.gettimeout(), s.getblocking())
    for call in (s.getpeername, lambda: s.send(b'x'), lambda: s.shutdown(socket.SHUT_RDWR), s.accept):
        try:
            call()
        except OSError as e:
            print(type(e).__name__, e)
    s.bind(('127.0.0.1', 5000))
    print(s.getsockname())
    try:
        s.bind(('127.0.0.1', 5001))
    except OSError as e:
        print(e)
    print(s.connect_ex(('127.0.0.1', 1)))
print(s.fileno(), repr(s)[:24])
for name in ('nowhere.invalid', 'a.b.invalid'):
    try:
        socket.getaddrinfo(name, 80)
    except socket.gaierror as e:
        print(e, e.errno == socket.EAI_NONAME)
