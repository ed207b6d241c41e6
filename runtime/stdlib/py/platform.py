"""What the program runs on."""


def system():
    return 'Linux'


def python_version():
    return '3.13.0'


def python_implementation():
    return 'CPython'


def machine():
    return 'wasm32'


def node():
    return 'asyncplay'


def release():
    return ''


version = processor = release


def platform(aliased=False, terse=False):
    return 'Linux-asyncplay'


def python_version_tuple():
    return ('3', '13', '0')
