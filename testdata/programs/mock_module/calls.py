# What a mock records of its calls, and how it asserts about them.
from unittest.mock import ANY, DEFAULT, MagicMock, Mock, NonCallableMock, call, sentinel

m = Mock(return_value=3)
print(m(1, 2, x=3), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list)
m.method(1).attr.other('a', key='b')
print(m.mock_calls, m.method_calls)
print(m.method.call_args_list == [call(1)], m.mock_calls[-1] == call.method().attr.other('a', key='b'))
print(call.a.b(1).c(x=2), call.a(1).b(2).call_list(), call(1, a=2), call, call.a, call().x)
print(call(1) == call(1), call(1) == call(2), call(ANY) == call(5), ANY == 3, call('a') == ('a',), call(1) != call(1), call.count(3), call.index)
print(sentinel.thing, sentinel.thing is sentinel.thing, DEFAULT)
m.reset_mock()
print(m.called, m.call_args, m.mock_calls, m())


def check(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
        print('ok')
    except (AssertionError, AttributeError, TypeError) as e:
        print(type(e).__name__, '|', e)


m = Mock(name='named')
check(m.assert_called)
check(m.assert_called_once)
check(m.assert_called_with, 1)
check(m.assert_not_called)
m(1, x=2)
m('two')
for name in ('assert_called', 'assert_called_once', 'assert_not_called'):
    check(getattr(m, name))
check(m.assert_called_with, 'two')
check(m.assert_called_with, 1, x=3)
check(m.assert_called_once_with, 'two')
check(m.assert_any_call, 1, x=2)
check(m.assert_any_call, 1)
check(m.assert_any_call, ANY, x=ANY)
check(m.assert_has_calls, [call(1, x=2), call('two')])
check(m.assert_has_calls, [call('two'), call(1, x=2)])
check(m.assert_has_calls, [call('two'), call(1, x=2)], any_order=True)
check(m.assert_has_calls, [call(3)], any_order=True)
for wrong in ('assert_called_onec', 'asert_called', 'called_once_with', 'has_calls'):
    check(getattr, m, wrong)
check(Mock().foo.assert_called_with)
effects = Mock(side_effect=[1, 2, ValueError('third'), DEFAULT], return_value='default')
print(effects(), effects())
for _ in range(3):
    try:
        print(effects())
    except (ValueError, StopIteration) as e:
        print(repr(e))
doubling = Mock(side_effect=lambda x: x * 2)
print(doubling(4), Mock(side_effect=lambda: DEFAULT, return_value=7)())
try:
    Mock(side_effect=KeyError('k'))()
except KeyError as e:
    print(repr(e))
parent = Mock()
parent.attach_mock(Mock(name='child'), 'first')
parent.first(1)
parent.second = Mock()
parent.second(2)
parent.third = Mock(name='has a name')
parent.third(3)
print(parent.mock_calls)
print(repr(Mock(name='x').a.b().c).partition(' id=')[0], repr(Mock()).partition(' id=')[0], repr(Mock().a()).partition(' id=')[0])
configured = Mock(**{'a.b.return_value': 5, 'c': 6})
print(configured.a.b(), configured.c)
configured.configure_mock(x=1, **{'method.side_effect': OSError})
print(configured.x)
wrapped = Mock(wraps=[3, 1, 2])
print(wrapped.index(1), wrapped.index.call_args)
check(NonCallableMock())
del configured.x
check(getattr, configured, 'x')
print(isinstance(MagicMock(), Mock), type(MagicMock()).__name__, hasattr(Mock(), '__len__'), hasattr(MagicMock(), '__len__'))
