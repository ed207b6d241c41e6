# The order of fixtures and cleanups of tests, classes and the module.
import contextlib
import unittest


@contextlib.contextmanager
def context(name):
    print('enter', name)
    yield name.upper()
    print('exit', name)


def setUpModule():
    print('setUpModule')
    unittest.addModuleCleanup(print, 'module cleanup')


def tearDownModule():
    print('tearDownModule')


class Order(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass')
        cls.addClassCleanup(print, 'class cleanup')
        print(cls.enterClassContext(context('class')))

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass')

    def setUp(self):
        print('setUp', self.id())
        self.addCleanup(print, 'cleanup 1')
        self.addCleanup(print, 'cleanup', n=2) if False else None

    def tearDown(self):
        print('tearDown')

    def test_a(self):
        print(self.enterContext(context('test')))
        self.addCleanup(print, 'cleanup 2')

    def test_b(self):
        print('fails')
        self.fail('no')


class BrokenSetUp(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, 'cleaned')
        raise RuntimeError('setUp')

    def tearDown(self):
        print('never')

    def test_never(self):
        print('never')


class BrokenClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(print, 'class cleaned')
        raise RuntimeError('setUpClass')

    def test_never(self):
        print('never')


class BrokenTearDown(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        raise RuntimeError('tearDownClass')

    def tearDown(self):
        raise RuntimeError('tearDown')

    def test_twice(self):
        self.fail('and tearDown fails too')


unittest.main()
