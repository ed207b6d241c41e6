# Several countdowns, formatted, with a class of their own.
import asyncio


class Countdown:
    def __init__(self, label, seconds):
        self.label, self.left = label, seconds

    async def run(self):
        while self.left > 0:
            print(f'{self.label:>8}: T-{self.left:02d}')
            await asyncio.sleep(1)
            self.left -= 1
        print(f'{self.label:>8}: liftoff')


async def main():
    await asyncio.gather(*(Countdown(n, s).run() for n, s in {'Apollo': 3, 'Soyuz': 2}.items()))

asyncio.run(main())
