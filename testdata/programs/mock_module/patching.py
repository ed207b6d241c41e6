# patch, patch.object, patch.dict and patch.multiple, as context managers and decorators.
import asyncio
import os
import time
import unittest
from unittest.mock import AsyncMock, DEFAULT, MagicMock, Mock, patch, sentinel


class Service:
    limit = 5

    def call(self, x):
        return x

    async def fetch(self):
        return 'real'

    @staticmethod
    def static():
        return 'static'

    @classmethod
    def make(cls):
        return cls.__name__


def use():
    return Service().call(1), Service.limit


with patch('__main__.Service') as fake:
    print(type(fake).__name__, Service is fake)
    fake.return_value.call.return_value = 'fake'
    print(use()[0], fake.mock_calls)
with patch.object(Service, 'call', return_value=7) as method:
    print(use(), method.call_args)
with patch.object(Service, 'limit', 9), patch.object(Service, 'static', new=lambda: 'patched'), patch.object(Service, 'make'):
    print(use(), Service.static(), type(Service.make).__name__)
print(use(), Service.static(), Service.make(), Service().make())
with patch('time.sleep') as sleep:
    time.sleep(3)
print(sleep.call_args)


@patch('__main__.use')
@patch.object(Service, 'limit', sentinel.limit)
@patch.object(Service, 'fetch')
def decorated(fetch, use, extra='x'):
    print(type(fetch).__name__, type(use).__name__, Service.limit, extra)


decorated()


@patch.object(Service, 'fetch', return_value='fake')
async def coroutine(fetch):
    print(await Service().fetch())
    fetch.assert_awaited_once_with()


asyncio.run(coroutine())


@patch('__main__.use', new_callable=lambda: (lambda: 'new'))
class Tests(unittest.TestCase):
    def test_patched(self, fake):
        self.assertEqual(use(), 'new')

    def helper(self):
        return use()

    @patch.dict('os.environ', {'KEY': 'value'})
    def test_dict(self, fake):
        self.assertEqual(os.environ['KEY'], 'value')


unittest.main(exit=False, argv=['tests'], verbosity=0)
d = {'a': 1}
with patch.dict(d, {'b': 2}, c=3) as patched:
    print(d, patched is d)
    d['d'] = 4
with patch.dict(d, clear=True):
    print(d)
print(d)


@patch.dict(d, x=1)
def with_dict():
    print(d)


with_dict()
with patch.multiple(Service, limit=DEFAULT, call=lambda self, x: 'multiple') as mocks:
    print(sorted(mocks), use()[0])
patcher = patch.object(Service, 'limit', 1)
print(patcher.start(), Service.limit)
patcher.stop()
print(Service.limit, patcher.stop())
patch('__main__.d', 3).start()
print(d)
patch.stopall()
print(d)
with patch('__main__.Service', autospec=True) as auto:
    instance = auto()
    instance.call(1)
    for wrong in (lambda: instance.call(1, 2), lambda: instance.nothing, lambda: auto(1)):
        try:
            wrong()
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
    instance.call.assert_called_once_with(x=1)
    print(type(instance.fetch).__name__)
original = Service
with patch('__main__.Service', spec=True) as spec:
    print(isinstance(spec(), original), hasattr(spec(), 'call'), hasattr(spec(), 'other'))
for wrong in (lambda: patch('nodots'), lambda: patch('__main__.nothing').start(), lambda: patch('no.such.module').start(),
              lambda: patch.object('str', 'x'), lambda: patch.object(Service, 'limit', 3, spec=True, autospec=True).start(),
              lambda: patch.object(Service, 'limit', 3, name='x').start(), lambda: patch.multiple(Service),
              lambda: patch('__main__.d', 3, new_callable=Mock)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).partition(' at 0x')[0])
with patch('__main__.created', 5, create=True):
    print(created)
print('created' in globals())
with patch('builtins.print') as fake_print:
    print('not seen')
print(fake_print.mock_calls)
try:
    with patch.object(Service, 'limit', 3):
        raise KeyError('inside')
except KeyError:
    print(Service.limit)
