"""Suites of tests, with what is set up for a class or a module."""

import contextlib
import sys

from unittest import case, util


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = getattr(result, '_testRunEntered', False) is False
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _isnotsuite(test) and not self._enter_class(test, result):
                continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _enter_class(self, test, result):
        """Leaves the class and module of the test before; whether this test is to run."""
        self._tearDownPreviousClass(test, result)
        self._handleModuleFixture(test, result)
        self._handleClassSetUp(test, result)
        result._previousTestClass = test.__class__
        return not (getattr(test.__class__, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False))

    def _handleClassSetUp(self, test, result):
        cls = test.__class__
        if cls == getattr(result, '_previousTestClass', None) or result._moduleSetUpFailed or getattr(cls, '__unittest_skip__', False):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            pass    # a test may be a function, whose class takes no attributes
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        with _output_of(result):
            if not self._call(result, set_up, 'setUpClass', util.strclass(cls)):
                try:
                    cls._classSetupFailed = True
                except TypeError:
                    pass
                self._clean_class(result, cls, 'setUpClass')

    def _clean_class(self, result, cls, method):
        if hasattr(cls, 'doClassCleanups'):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                if isinstance(result, _DebugResult):
                    raise info[1]
                self._add_error(result, f'{method} ({util.strclass(cls)})', info)

    def _call(self, result, function, method, owner):
        """Calls a function that belongs to a class or module; whether it succeeded."""
        try:
            function()
            return True
        except Exception:
            if isinstance(result, _DebugResult):
                raise
            self._add_error(result, f'{method} ({owner})', sys.exc_info())
            return False

    def _add_error(self, result, name, info):
        error = _ErrorHolder(name)
        if isinstance(info[1], case.SkipTest) and hasattr(result, 'addSkip'):
            result.addSkip(error, str(info[1]))
        else:
            result.addError(error, info)

    def _get_previous_module(self, result):
        cls = getattr(result, '_previousTestClass', None)
        return None if cls is None else cls.__module__

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), 'setUpModule', None)
        if set_up is None:
            return
        with _output_of(result):
            if not self._call(result, set_up, 'setUpModule', name):
                result._moduleSetUpFailed = True
                self._call(result, case.doModuleCleanups, 'setUpModule', name)

    def _handleModuleTearDown(self, result):
        name = self._get_previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return
        with _output_of(result):
            tear_down = getattr(sys.modules[name], 'tearDownModule', None)
            if tear_down is not None:
                self._call(result, tear_down, 'tearDownModule', name)
            self._call(result, case.doModuleCleanups, 'tearDownModule', name)

    def _tearDownPreviousClass(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if cls is None or cls == test.__class__ or getattr(cls, '_classSetupFailed', False) or \
                getattr(result, '_moduleSetUpFailed', False) or getattr(cls, '__unittest_skip__', False):
            return
        with _output_of(result):
            tear_down = getattr(cls, 'tearDownClass', None)
            if tear_down is not None:
                self._call(result, tear_down, 'tearDownClass', util.strclass(cls))
            self._clean_class(result, cls, 'tearDownClass')


@contextlib.contextmanager
def _output_of(result):
    getattr(result, '_setupStdout', _nothing)()
    try:
        yield
    finally:
        getattr(result, '_restoreStdout', _nothing)()


def _nothing():
    pass


class _ErrorHolder:
    """Stands for a test in a result, when an error belongs to no test."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _isnotsuite(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
