"""Results of tests."""

import functools
import io
import sys
import traceback

from unittest import util

STDOUT_LINE = '\nStdout:\n%s'
STDERR_LINE = '\nStderr:\n%s'


def failfast(method):
    @functools.wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)
    return inner


def _ended(text):
    return text if text.endswith('\n') else text + '\n'


class TestResult:
    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = False
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                self._stderr_buffer, self._stdout_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _buffered(self):
        """What the test wrote, under its headings."""
        parts = []
        for heading, stream in ((STDOUT_LINE, sys.stdout), (STDERR_LINE, sys.stderr)):
            text = stream.getvalue()
            parts.append(heading % _ended(text) if text else '')
        return parts

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            out, err = self._buffered()
            self._original_stdout.write(out)
            self._original_stderr.write(err)
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for stream in (self._stdout_buffer, self._stderr_buffer):
            stream.seek(0)
            stream.truncate()

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        failed = issubclass(err[0], test.failureException)
        (self.failures if failed else self.errors).append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        if hasattr(self, 'collectedDurations'):
            self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not getattr(self, 'unexpectedSuccesses', ())

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        """Frames of the library are in no traceback, so that none have to be taken off. Without any frame it has no heading, but that
        of a test run by asyncio, whose frames CPython leaves in."""
        if not traceback.extract_tb(err[2]) and not hasattr(test, '_asyncioRunner'):
            err[1].__traceback__ = None
        lines = list(traceback.TracebackException(*err, compact=True).format())
        return ''.join(lines + (self._buffered() if self.buffer else []))

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'
