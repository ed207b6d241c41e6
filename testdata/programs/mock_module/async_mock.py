# AsyncMock: calls give coroutines, and awaits are recorded beside calls.
import asyncio
import inspect
from unittest.mock import AsyncMock, DEFAULT, MagicMock, Mock, call


def check(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
        print('ok')
    except AssertionError as e:
        print('AssertionError |', e)


class Client:
    async def fetch(self, url):
        pass

    def close(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        pass


async def main():
    m = AsyncMock(return_value=3)
    print(asyncio.iscoroutinefunction(m), inspect.iscoroutinefunction(m), inspect.isawaitable(Mock()))
    check(m.assert_awaited)
    check(m.assert_awaited_with, 1)
    check(m.assert_not_awaited)
    pending = m('not awaited yet')
    print(inspect.iscoroutine(pending), m.call_count, m.await_count)
    print(await pending, m.await_count, m.await_args)
    print(await m(1, x=2))
    for name in ('assert_awaited', 'assert_awaited_once', 'assert_not_awaited'):
        check(getattr(m, name))
    check(m.assert_awaited_with, 1, x=2)
    check(m.assert_awaited_with, 1)
    check(m.assert_awaited_once_with, 1)
    check(m.assert_any_await, 'not awaited yet')
    check(m.assert_any_await, 'other')
    check(m.assert_has_awaits, [call('not awaited yet'), call(1, x=2)])
    check(m.assert_has_awaits, [call(1, x=2), call('not awaited yet')])
    check(m.assert_has_awaits, [call(5)], any_order=True)
    check(m.assert_called_with, 1, x=2)
    m.reset_mock()
    print(m.await_count, m.await_args_list, m.call_count)

    async def slow(x):
        await asyncio.sleep(x)
        return x * 2

    effects = AsyncMock(side_effect=[1, KeyError('k'), DEFAULT])
    for _ in range(4):
        try:
            print(type(await effects()).__name__)
        except (KeyError, StopAsyncIteration) as e:
            print(repr(e))
    print(await AsyncMock(side_effect=slow)(2), await AsyncMock(side_effect=lambda x: x + 1)(2), await AsyncMock(wraps=slow)(1))
    print(type(AsyncMock().method).__name__, type(await AsyncMock().method()).__name__, type(AsyncMock().__len__).__name__)
    c = MagicMock(spec=Client)
    print(type(c.fetch).__name__, type(c.close).__name__)
    c.fetch.return_value = 'page'
    async with c as entered:
        print(await c.fetch('u'), type(entered).__name__)
    c.__aenter__.assert_awaited_once()
    c.fetch.assert_awaited_once_with('u')
    many = MagicMock()
    many.__aiter__.return_value = [1, 2, 3]
    print([x async for x in many], [x async for x in MagicMock()])
    async with MagicMock() as x:
        print(type(x).__name__)
    try:
        await MagicMock()()
    except TypeError as e:
        print(e)
    parent = Mock()
    parent.child = AsyncMock()
    await parent.child(1)
    print(parent.mock_calls)
    print(await asyncio.gather(m(), m()), m.await_count)


asyncio.run(main())
