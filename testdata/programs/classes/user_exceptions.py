# Exception classes of one's own: hierarchy, attributes, __str__, tracebacks with the qualified name.
class AppError(Exception):
    pass


class HTTPError(AppError):
    def __init__(self, status, url):
        super().__init__(f'{status} for {url}')
        self.status = status


class Odd(Exception):
    def __str__(self):
        return 'odd text'


try:
    raise HTTPError(404, '/x')
except AppError as e:
    print(e, e.status, e.args, repr(e), type(e).__mro__[1].__name__)
print(repr(Odd(1)), str(Odd(1)))


class Outer:
    class InnerError(ValueError):
        pass


raise Outer.InnerError('nested class')
