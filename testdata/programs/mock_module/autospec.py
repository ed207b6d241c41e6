# create_autospec and autospec=True: signatures, bound methods, coroutines, nested classes.
import asyncio
from unittest.mock import MagicMock, call, create_autospec, patch


class Service:
    rate = 3

    def __init__(self, url, timeout=1):
        pass

    def send(self, data, *, retry=False):
        return 'sent'

    async def fetch(self, n):
        return n

    @staticmethod
    def helper(a):
        pass

    @classmethod
    def make(cls, a):
        pass

    class Inner:
        def run(self, x):
            pass


def function(a, b=2):
    """Its doc."""


async def coroutine(a):
    pass


def show(f):
    try:
        print(f())
    except (TypeError, AttributeError, AssertionError) as e:
        print(type(e).__name__, '|', e)


with patch.object(Service, 'send', autospec=True, return_value='fake') as send:
    s = Service('u')
    print(s.send('data', retry=True), send.call_args == call(s, 'data', retry=True))
    send.assert_called_once_with(s, 'data', retry=True)
    show(lambda: s.send())
    show(lambda: s.send('a', 'b'))
m = create_autospec(function, return_value=5)
print(m(1), m(1, 2), m(b=3, a=1), m.call_count, m.__name__, m.mock is not None)
show(lambda: m())
show(lambda: m(1, 2, 3))
m.assert_called_with(a=1, b=3)
m.assert_any_call(1)
c = create_autospec(Service)
i = c('url', timeout=3)
show(lambda: c())
i.send('x')
i.send.assert_called_once_with(data='x')
show(lambda: i.send(1, 2))
show(lambda: i.missing)
print(type(i.fetch).__name__, isinstance(i, Service))
show(lambda: c.helper())
c.helper(1)
c.make(2)
c.Inner().run(4)
show(lambda: c.Inner().run())
print([str(k).partition('<')[0] for k in c.mock_calls])
configured = create_autospec(Service, **{'return_value.send.return_value': 'configured'})
print(configured('u').send('d'))


async def main():
    a = create_autospec(coroutine)
    pending = a()
    try:
        await pending
    except TypeError as e:
        print(e)
    await a(1)
    a.assert_awaited_once_with(1)
    await i.fetch(3)
    i.fetch.assert_awaited_once_with(3)


asyncio.run(main())
magic = MagicMock()
type(magic).__str__.return_value = 'by class'
print(str(magic))
del magic.__getitem__
try:
    magic[0]
except TypeError:
    print('no items')


class Caller:
    def __call__(self, a):
        pass

    @property
    def prop(self):
        return 3


caller = create_autospec(Caller)
caller()(a='a')
show(lambda: caller()('a', 'b'))
print(type(caller().prop).__name__, create_autospec(lambda x: x).__name__)
