#
import unittest


class First(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        """The second test.

        More about it."""

    def test_subtests(self):
        for i in range(3):
            with self.subTest(i=i):
                pass


class Second(unittest.TestCase):
    @unittest.skip('no reason')
    def test_three(self):
        pass


if __name__ == '__main__':
    unittest.main(argv=['tests', '-v', 'Second', 'First.test_two', 'First.test_subtests', 'First.nothing'])
