# assertLogs, assertNoLogs, assertWarns and what they say.
import logging
import unittest
import warnings


class Test(unittest.TestCase):
    def test_logs(self):
        with self.assertLogs('app', level='INFO') as cm:
            logging.getLogger('app').info('first %d', 1)
            logging.getLogger('app.part').error('second')
            logging.getLogger('app').debug('not shown')
        print(cm.output, [r.levelname for r in cm.records])

    def test_no_log(self):
        with self.assertLogs('app', level='ERROR'):
            logging.getLogger('app').warning('too low')

    def test_no_log_root(self):
        with self.assertLogs():
            pass

    def test_unexpected_log(self):
        with self.assertNoLogs(level=logging.WARNING):
            logging.warning('here')

    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as cm:
            warnings.warn('old', DeprecationWarning)
        print(repr(cm.warning), cm.lineno)

    def test_warns_regex(self):
        with self.assertWarnsRegex(UserWarning, 'new'):
            warnings.warn('old', UserWarning)

    def test_no_warning(self):
        with self.assertWarns((UserWarning, DeprecationWarning), msg='expected'):
            pass

    def test_raises_message(self):
        with self.assertRaises(KeyError, msg='expected'):
            pass

    def test_wrong_exception(self):
        with self.assertRaises(KeyError):
            raise IndexError('other')


unittest.main()
