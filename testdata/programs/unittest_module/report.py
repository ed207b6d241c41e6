# The report of the runner: dots, errors, failures, skips and the exit status.
import unittest


class Outcomes(unittest.TestCase):
    def test_passes(self):
        self.assertEqual(1 + 1, 2)

    def test_fails(self):
        """Has a description."""
        self.assertEqual([1, 2], [1, 3])

    def test_error(self):
        {}['missing']

    @unittest.skip('not today')
    def test_skipped(self):
        raise NotImplementedError

    @unittest.skipIf(True, 'always')
    def test_skipped_if(self):
        raise NotImplementedError

    @unittest.skipUnless(True, 'never')
    def test_not_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected_failure(self):
        self.fail('known')

    @unittest.expectedFailure
    def test_unexpected_success(self):
        pass

    def test_subtests(self):
        for i in range(4):
            with self.subTest('even', i=i):
                self.assertEqual(i % 2, 0)

    def test_chained(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError('second') from e


if __name__ == '__main__':
    unittest.main()
