# A hub that sends messages to subscribers' queues.
import asyncio


class Hub:
    def __init__(self):
        self.subscriptions = []

    def publish(self, message):
        for q in self.subscriptions:
            q.put_nowait(message)


class Subscription:
    def __init__(self, hub):
        self.hub, self.queue = hub, asyncio.Queue()

    def __enter__(self):
        self.hub.subscriptions.append(self.queue)
        return self.queue

    def __exit__(self, *exc):
        self.hub.subscriptions.remove(self.queue)


async def reader(name, hub, n):
    with Subscription(hub) as q:
        async_count = 0
        while async_count < n:
            print(name, 'got', await q.get())
            async_count += 1
    print(name, 'leaves,', len(hub.subscriptions), 'left')


async def main():
    hub = Hub()
    readers = [asyncio.create_task(reader(f'r{i}', hub, i + 1)) for i in range(3)]
    await asyncio.sleep(0)
    for i in range(3):
        hub.publish(f'm{i}')
        await asyncio.sleep(1)
    await asyncio.gather(*readers)


asyncio.run(main())
