"""What assertRaises and assertWarns return."""

import re
import sys
import types
import warnings


def _are_subclasses(expected, base):
    if isinstance(expected, tuple):
        return all(_are_subclasses(e, base) for e in expected)
    return isinstance(expected, type) and issubclass(expected, base)


def _name_of(obj):
    try:
        return obj.__name__
    except AttributeError:
        return str(obj)


class _BaseTestCaseContext:
    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standardMsg):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standardMsg))


class _AssertRaisesBaseContext(_BaseTestCaseContext):
    def __init__(self, expected, test_case, expected_regex=None):
        super().__init__(test_case)
        self.expected = expected
        self.expected_regex = None if expected_regex is None else re.compile(expected_regex)
        self.obj_name = self.msg = None

    def handle(self, name, args, kwargs):
        """Returns itself as a context manager, or calls what was given."""
        if not _are_subclasses(self.expected, self._base_type):
            raise TypeError(f'{name}() arg 1 must be {self._base_type_str}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = _name_of(function)
        with self:
            function(*args, **kwargs)

    def _expected_name(self):
        return _name_of(self.expected)

    def _raise_missing(self, what):
        by = f' by {self.obj_name}' if self.obj_name else ''
        self._raiseFailure(f'{self._expected_name()} not {what}{by}')

    def _raise_mismatch(self, value):
        self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{value}"')


class _AssertRaisesContext(_AssertRaisesBaseContext):
    _base_type = BaseException
    _base_type_str = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._raise_missing('raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._raise_mismatch(exc_value)
        return True

    __class_getitem__ = classmethod(types.GenericAlias)


class _AssertWarnsContext(_AssertRaisesBaseContext):
    _base_type = Warning
    _base_type_str = 'a warning type or tuple of warning types'

    def __enter__(self):
        # Every warning is to be seen, also one that was given before.
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is None:
            self._check()

    def _matching(self):
        return [m for m in self.warnings if isinstance(m.message, self.expected)]

    def _check(self):
        matching = self._matching()
        for m in matching:
            if self.expected_regex is None or self.expected_regex.search(str(m.message)):
                self.warning, self.filename, self.lineno = m.message, m.filename, m.lineno
                return
        if matching:
            self._raise_mismatch(matching[0].message)
        self._raise_missing('triggered')


class _AssertNotWarnsContext(_AssertWarnsContext):
    def _check(self):
        if self._matching():
            self._raiseFailure(f'{self._expected_name()} triggered')
