"""Running tests, with a report in text."""

import sys
import time
import warnings

from unittest import result
from unittest.case import _SubTest


class _WritelnDecorator:
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ('stream', '__getstate__'):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write('\n')


class TextTestResult(result.TestResult):
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.descriptions = descriptions
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.durations = durations
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        return f'{test}\n{first_line}' if self.descriptions and first_line else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        is_subtest = isinstance(test, _SubTest)
        if is_subtest or self._newline:
            if not self._newline:
                self.stream.writeln()
            indent = '  ' if is_subtest else ''
            self.stream.write(f'{indent}{self.getDescription(test)} ... ')
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _note(self, test, status, dot):
        if self.showAll:
            self._write_status(test, status)
        elif self.dots:
            self.stream.write(dot)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._note(subtest, 'FAIL' if failed else 'ERROR', 'F' if failed else 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._note(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._note(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._note(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._note(test, f'skipped {reason!r}', 's')

    def _note_expected(self, status, dot):
        if self.showAll:
            self.stream.writeln(status)
        elif self.dots:
            self.stream.write(dot)
        self.stream.flush()

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._note_expected('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._note_expected('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(str(err))
            self.stream.flush()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None,
                 *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        try:
            return self.resultclass(self.stream, self.descriptions, self.verbosity, durations=self.durations)
        except TypeError:
            return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.buffer = self.buffer
        result.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            started = time.perf_counter()
            getattr(result, 'startTestRun', _nothing)()
            try:
                test(result)
            finally:
                getattr(result, 'stopTestRun', _nothing)()
            seconds = time.perf_counter() - started
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        self._print_summary(result, seconds)
        return result

    def _printDurations(self, result):
        slowest = sorted(result.collectedDurations, key=lambda pair: pair[1], reverse=True)
        if not slowest:
            return
        if self.durations > 0:
            slowest = slowest[:self.durations]
        self.stream.writeln('Slowest test durations')
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        shown = [pair for pair in slowest if self.verbosity > 1 or pair[1] >= 0.001]
        for test, seconds in shown:
            self.stream.writeln(f"{f'{seconds:.3f}s':<10} {test}")
        self.stream.writeln('' if len(shown) == len(slowest) else
                            '\n(durations < 0.001s were hidden; use -v to show these durations)')

    def _print_summary(self, result, seconds):
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        ran = result.testsRun
        self.stream.writeln(f"Ran {ran} test{'' if ran == 1 else 's'} in {seconds:.3f}s")
        self.stream.writeln()
        counts = [('failures', result.failures), ('errors', result.errors)]
        others = [('skipped', getattr(result, 'skipped', ())), ('expected failures', getattr(result, 'expectedFailures', ())),
                  ('unexpected successes', getattr(result, 'unexpectedSuccesses', ()))]
        if not result.wasSuccessful():
            self.stream.write('FAILED')
            others = counts + others
        elif ran == 0 and not others[0][1]:
            self.stream.write('NO TESTS RAN')
        else:
            self.stream.write('OK')
        infos = ', '.join(f'{name}={len(tests)}' for name, tests in others if tests)
        self.stream.writeln(f' ({infos})' if infos else None)
        self.stream.flush()


def _nothing():
    pass
