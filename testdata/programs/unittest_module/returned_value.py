# A test that returns something, and loading of names that are none.
import asyncio
import unittest


class Plain(unittest.TestCase):
    def test(self):
        return 5


class Async(unittest.IsolatedAsyncioTestCase):
    async def test(self):
        return 5


Plain('test').run()
Async('test').run()
try:
    unittest.defaultTestLoader.loadTestsFromName('')
except ValueError as e:
    print(e)
unittest.TextTestRunner(verbosity=0).run(unittest.TestSuite([Plain('test')]))
