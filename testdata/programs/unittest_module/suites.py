# Loading by name, suites, results, and running without a report.
import io
import unittest


class One(unittest.TestCase):
    def test_a(self):
        pass

    def test_b(self):
        self.fail('b')


class Two(unittest.TestCase):
    def runTest(self):
        print('runTest')


def make():
    return unittest.TestSuite([One('test_a')])


loader = unittest.TestLoader()
print(loader.getTestCaseNames(One))
suite = loader.loadTestsFromTestCase(One)
print(suite)
print(suite.countTestCases(), Two(), repr(Two()), One('test_a') == One('test_a'))
suite.addTest(Two())
result = unittest.TestResult()
suite.run(result)
print(result, [str(t) for t, _ in result.failures], result.wasSuccessful())
print(suite.countTestCases())
print(loader.loadTestsFromName('__main__.make'))
print(loader.loadTestsFromNames(['__main__.One.test_b', '__main__.Two']))
for name in ('nothing.at_all', '__main__.One.nothing'):
    loader.loadTestsFromName(name)
    print(loader.errors[-1].splitlines()[0])
for wrong in (lambda: One('nothing'), lambda: suite.addTest(One), lambda: suite.addTest(3), lambda: suite.addTests('abc'),
              lambda: loader.loadTestsFromName('__main__.loader')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).partition(' at 0x')[0])
stream = io.StringIO()
ran = unittest.TextTestRunner(stream=stream, verbosity=0).run(unittest.FunctionTestCase(lambda: print('called'), description='a function'))
print(stream.getvalue().replace('\n', '|'), ran.testsRun)
stream = io.StringIO()
runner = unittest.TextTestRunner(stream, buffer=True, failfast=True, durations=0)
runner.run(unittest.TestSuite([One('test_b'), One('test_a')]))
print(stream.getvalue())
program = unittest.main(exit=False, argv=['x', '-k', 'test_a'], testRunner=unittest.TextTestRunner(io.StringIO()))
print(program.result)
