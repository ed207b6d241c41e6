"""Errors of aiohttp's HTTP parser: the simulated network raises none of them, but programs catch them."""


class HttpProcessingError(Exception):
    code = 0
    message = ''
    headers = None


class BadHttpMessage(HttpProcessingError):
    code = 400


class HttpBadRequest(BadHttpMessage):
    message = 'Bad Request'


class PayloadEncodingError(BadHttpMessage):
    pass


class ContentEncodingError(PayloadEncodingError):
    pass


class TransferEncodingError(PayloadEncodingError):
    pass


class ContentLengthError(PayloadEncodingError):
    pass
