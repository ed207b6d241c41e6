# A name that is an attribute of self.
class Counter:
    def __init__(self):
        self.count = 0

    def add(self):
        count = count_ + 1
        return total

    def show(self):
        return count


Counter().show()
