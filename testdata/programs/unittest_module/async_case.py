# Test cases whose methods are coroutines: one loop and one context for each test.
import asyncio
import contextlib
import contextvars
import unittest

var = contextvars.ContextVar('var', default='unset')


@contextlib.asynccontextmanager
async def resource():
    print('open')
    yield 'resource'
    print('close')


class Queues(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print('setUp', asyncio.get_event_loop_policy().get_event_loop().is_running())

    async def asyncSetUp(self):
        var.set('from asyncSetUp')
        self.queue = asyncio.Queue(maxsize=1)
        self.addAsyncCleanup(self.cleanup, 'x')

    async def cleanup(self, name):
        print('cleanup', name, var.get())

    async def asyncTearDown(self):
        print('asyncTearDown', var.get())

    def tearDown(self):
        print('tearDown', var.get())

    async def test_get(self):
        print(await self.enterAsyncContext(resource()))
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)
        print(var.get(), asyncio.get_running_loop().get_debug())

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(3):
                await self.queue.get()

    async def test_fails(self):
        await asyncio.sleep(1)
        self.assertEqual(self.queue.qsize(), 1)

    async def test_leaves_a_task(self):
        async def forever():
            try:
                await asyncio.sleep(1000)
            finally:
                print('cancelled')
        self.task = asyncio.create_task(forever())
        await asyncio.sleep(0)

    def test_plain(self):
        print('plain', var.get())

    async def test_enter_wrong(self):
        await self.enterAsyncContext(5)


if __name__ == '__main__':
    unittest.main(verbosity=2)
