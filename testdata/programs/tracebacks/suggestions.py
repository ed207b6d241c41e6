# Names, attributes and imports that were probably meant.
class Worker:
    def __init__(self):
        self.queue = []

    def run(self):
        return queue


def local():
    follower_count = 3
    return folower_count


for f in (local, Worker().run, lambda: Worker().quue, lambda: [].appendd):
    try:
        f()
    except (NameError, AttributeError) as e:
        print(type(e).__name__, e)
asincio.run(None)
