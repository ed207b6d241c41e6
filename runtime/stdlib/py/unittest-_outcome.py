"""How the parts of a test end."""

import contextlib
import sys
import warnings


class SkipTest(Exception):
    __module__ = 'unittest.case'


class _ShouldStop(Exception):
    __module__ = 'unittest.case'


class _UnexpectedSuccess(Exception):
    __module__ = 'unittest.case'


def _addSkip(result, test_case, reason):
    if hasattr(result, 'addSkip'):
        result.addSkip(test_case, reason)
    else:
        warnings.warn('TestResult has no addSkip method, skips not reported', RuntimeWarning, 2)
        result.addSuccess(test_case)


def _addError(result, test, exc_info):
    if result is not None and exc_info is not None:
        if issubclass(exc_info[0], test.failureException):
            result.addFailure(test, exc_info)
        else:
            result.addError(test, exc_info)


class _Outcome:
    def __init__(self, result=None):
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.success = True
        self.expecting_failure = False
        self.expectedFailure = None

    @contextlib.contextmanager
    def testPartExecutor(self, test_case, subTest=False):
        before = self.success
        self.success = True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            _addSkip(self.result, test_case, str(e))
        except _ShouldStop:
            pass
        except:
            self._note_error(test_case, subTest, sys.exc_info())
        else:
            if subTest and self.success:
                self.result.addSubTest(test_case.test_case, test_case, None)
        finally:
            self.success = self.success and before

    def _note_error(self, test_case, subTest, exc_info):
        if self.expecting_failure:
            self.expectedFailure = exc_info
            return
        self.success = False
        if subTest:
            self.result.addSubTest(test_case.test_case, test_case, exc_info)
        else:
            _addError(self.result, test_case, exc_info)
