# What each assert method says when it fails.
import unittest


class Messages(unittest.TestCase):
    def runTest(self):
        pass


t = Messages()
t.maxDiff = None
long = list(range(60))
failing = [
    lambda: t.assertEqual(1, 2),
    lambda: t.assertEqual(1, 2, 'with a message'),
    lambda: t.assertEqual('abc', 'abd'),
    lambda: t.assertEqual('one\ntwo\nthree\n', 'one\n2\nthree'),
    lambda: t.assertEqual([1, 2, 3], [1, 2]),
    lambda: t.assertEqual((1, 2), (1, 3)),
    lambda: t.assertEqual(long, long[:30] + ['x'] + long[31:]),
    lambda: t.assertEqual({1, 2}, {2, 3}),
    lambda: t.assertEqual({'a': 1, 'b': 2}, {'a': 1, 'b': 3}),
    lambda: t.assertEqual('x' * 200, 'x' * 150 + 'y' * 50),
    lambda: t.assertNotEqual(1, 1),
    lambda: t.assertTrue([]),
    lambda: t.assertFalse([0]),
    lambda: t.assertIs(1.5, None),
    lambda: t.assertIsNot(None, None),
    lambda: t.assertIsNone(0),
    lambda: t.assertIsNotNone(None),
    lambda: t.assertIn(3, [1, 2]),
    lambda: t.assertNotIn(1, [1, 2]),
    lambda: t.assertIsInstance(1, str),
    lambda: t.assertNotIsInstance(1, int),
    lambda: t.assertLess(2, 1),
    lambda: t.assertLessEqual(2, 1),
    lambda: t.assertGreater(1, 2),
    lambda: t.assertGreaterEqual(1, 2),
    lambda: t.assertAlmostEqual(1.0, 1.1),
    lambda: t.assertAlmostEqual(1.0, 1.1, places=3),
    lambda: t.assertAlmostEqual(1.0, 1.5, delta=0.25),
    lambda: t.assertNotAlmostEqual(1.0, 1.00000001),
    lambda: t.assertNotAlmostEqual(1.0, 1.25, delta=0.5),
    lambda: t.assertRegex('hello', r'\d+'),
    lambda: t.assertNotRegex('hello 42', r'\d+'),
    lambda: t.assertCountEqual([1, 1, 2], [1, 2, 3]),
    lambda: t.assertCountEqual([[1], [1]], [[1], [2]]),
    lambda: t.assertSequenceEqual([1, 2], (1, 3)),
    lambda: t.assertSequenceEqual(5, (1, 3)),
    lambda: t.assertListEqual((1,), [1]),
    lambda: t.assertDictEqual([], {}),
    lambda: t.assertSetEqual([], {1}),
    lambda: t.assertRaises(ValueError, int, '3'),
    lambda: t.assertRaises(3),
    lambda: t.assertRaises((ValueError, KeyError), lambda: None),
    lambda: t.assertRaisesRegex(ValueError, 'zzz', int, 'q'),
    lambda: t.assertWarns(UserWarning, print),
    lambda: t.fail('on purpose'),
    lambda: t.skipTest('later'),
]
for fails in failing:
    try:
        fails()
    except Exception as e:
        print(f'{type(e).__module__}.{type(e).__name__}: {e}')
    else:
        print('passed')
t.maxDiff = 40
try:
    t.assertEqual(long, long[:-1])
except AssertionError as e:
    print(e)
