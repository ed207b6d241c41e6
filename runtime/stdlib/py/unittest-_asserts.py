"""The assert methods of TestCase."""

import difflib
import pprint
import re

from unittest._contexts import _AssertNotWarnsContext, _AssertRaisesContext, _AssertWarnsContext
from unittest._outcome import SkipTest
from unittest.util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class TestCase:
    """The half of unittest.TestCase that compares; the other half, in unittest.case, runs."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16    # longer strings are compared without a diff

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{safe_repr(expr)} is not false')

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{safe_repr(expr)} is not true')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _AssertNotWarnsContext(expected_warning, self).handle('_assertNotWarns', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        from unittest._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        from unittest._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            close, within = difference <= delta, f'{safe_repr(delta)} delta'
        else:
            places = 7 if places is None else places
            close, within = round(difference, places) == 0, f'{places!r} places'
        if not close:
            self._fail(msg, f'{safe_repr(first)} != {safe_repr(second)} within {within} ({safe_repr(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            far, within = difference > delta, f'{safe_repr(delta)} delta ({safe_repr(difference)} difference)'
        else:
            places = 7 if places is None else places
            far, within = round(difference, places) != 0, f'{places!r} places'
        if first == second or not far:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} within {within}')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = 'sequence' if seq_type is None else seq_type.__name__
        for nth, sequence in (('First', seq1), ('Second', seq2)):
            if seq_type is not None and not isinstance(sequence, seq_type):
                raise self.failureException(f'{nth} sequence is not a {kind}: {safe_repr(sequence)}')
        differing = None
        for nth, sequence in (('First', seq1), ('Second', seq2)):
            try:
                len(sequence)
            except (TypeError, NotImplementedError):
                differing = differing or f'{nth} {kind} has no length.    Non-sequence?'
        if differing is None:
            if seq1 == seq2:
                return
            differing = self._describe_difference(seq1, seq2, kind, seq_type)
            if differing is None:
                return
        diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines()))
        self.fail(self._formatMessage(msg, self._truncateMessage(differing, diff)))

    def _describe_difference(self, seq1, seq2, kind, seq_type):
        text = f'{kind.capitalize()}s differ: %s != %s\n' % _common_shorten_repr(seq1, seq2)
        unreadable = (TypeError, IndexError, NotImplementedError)
        lengths = len(seq1), len(seq2)
        for i in range(min(lengths)):
            items = []
            try:
                for nth, sequence in (('first', seq1), ('second', seq2)):
                    items.append(sequence[i])
            except unreadable:
                text += f'\nUnable to index element {i} of {nth} {kind}\n'
                break
            if items[0] != items[1]:
                text += f'\nFirst differing element {i}:\n%s\n%s\n' % _common_shorten_repr(*items)
                break
        else:
            if lengths[0] == lengths[1] and seq_type is None and type(seq1) != type(seq2):
                return None
        if lengths[0] != lengths[1]:
            nth, longer = ('First', seq1) if lengths[0] > lengths[1] else ('Second', seq2)
            extra = min(lengths)
            text += f'\n{nth} {kind} contains {max(lengths) - extra} additional elements.\n'
            try:
                text += f'First extra element {extra}:\n{safe_repr(longer[extra])}\n'
            except unreadable:
                text += f'Unable to index element {extra} of {nth.lower()} {kind}\n'
        return text

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for nth, other, one, two in (('first', 'second', set1, set2), ('second', 'first', set2, set1)):
            try:
                difference = one.difference(two)
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'{nth} argument does not support set difference: {e}')
            if difference:
                lines.append(f'Items in the {nth} set but not the {other}:')
                lines.extend(map(repr, difference))
        if lines:
            self._fail(msg, '\n'.join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines()))
            self._fail(msg, self._truncateMessage('%s != %s' % _common_shorten_repr(d1, d2), diff))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            differing = _count_diff_hashable(first, second)
        except TypeError:
            differing = _count_diff_all_purpose(first, second)
        if differing:
            lines = [f'First has {d.actual}, Second has {d.expected}:  {d.value!r}' for d in differing]
            self._fail(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        if first and second:
            # Both get an end of line when one of them has none.
            end = '' if first[-1] == second[-1] == '\n' else '\n'
            old, new = first + end, second + end
        else:
            old, new = (text + '\n' if text and text[-1] != '\n' else text for text in (first, second))
        diff = '\n' + ''.join(difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True)))
        self._fail(msg, self._truncateMessage('%s != %s' % _common_shorten_repr(first, second), diff))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._fail(msg, f'Regex matched: {match[0]!r} matches {unexpected_regex.pattern!r} in {text!r}')
