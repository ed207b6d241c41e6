"""As much of ssl as programs pass around: nothing is encrypted on a network that never leaves the page."""

from enum import Enum, IntEnum

PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = 2, 16, 17
CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2
OP_NO_SSLv2, OP_NO_SSLv3, OP_NO_COMPRESSION = 0, 0x2000000, 0x20000
HAS_SNI = HAS_ALPN = True
OPENSSL_VERSION = 'none: nothing is encrypted here'


class Purpose(Enum):
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


class TLSVersion(IntEnum):
    MINIMUM_SUPPORTED = -2
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class SSLError(OSError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError


class SSLContext:
    def __init__(self, protocol=PROTOCOL_TLS):
        self.protocol = protocol
        self.verify_mode = CERT_REQUIRED if protocol == PROTOCOL_TLS_CLIENT else CERT_NONE
        self.check_hostname = protocol == PROTOCOL_TLS_CLIENT
        self.options = 0
        self.minimum_version = TLSVersion.TLSv1_2
        self.maximum_version = TLSVersion.MAXIMUM_SUPPORTED

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """Accepted: there are no files, and no certificates."""

    load_verify_locations = load_default_certs = set_default_verify_paths = lambda self, *args, **kwargs: None
    set_ciphers = set_alpn_protocols = lambda self, *args: None

    def wrap_socket(self, sock, server_side=False, server_hostname=None, **kwargs):
        return sock


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    return SSLContext(PROTOCOL_TLS_CLIENT if purpose is Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)


def _create_unverified_context(*args, **kwargs):
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, CERT_NONE
    return context
