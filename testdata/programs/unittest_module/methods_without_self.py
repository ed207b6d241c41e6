# test methods that forget self
import unittest


class Service(unittest.IsolatedAsyncioTestCase):
    async def test_no_self():
        pass

    async def asyncTearDown():
        pass


class Plain(unittest.TestCase):
    def test_no_self():
        pass


unittest.main(verbosity=2, argv=["x"])
