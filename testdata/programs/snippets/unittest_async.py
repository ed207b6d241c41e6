# IsolatedAsyncioTestCase run by hand, with its results counted.
import asyncio
import io
import unittest


class T(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.q = asyncio.Queue()
        await self.q.put(1)

    async def test_get(self):
        self.assertEqual(await self.q.get(), 1)

    async def test_fails(self):
        self.assertEqual(await self.q.get(), 2)

    async def test_raises(self):
        with self.assertRaises(asyncio.QueueFull):
            asyncio.Queue(1).put_nowait(1)
            q = asyncio.Queue(1)
            q.put_nowait(1)
            q.put_nowait(2)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(T)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(result.testsRun, len(result.failures), len(result.errors), str(result.failures[0][0]))
