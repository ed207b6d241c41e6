# A coroutine that an expression statement drops is warned about at once.
async def work(n):
    print('never', n)


class Box:
    async def method(self):
        pass


def main():
    work(1)
    Box().method()
    kept = work(2)
    kept.close()
    (lambda: work(3))()


main()
work(4)
print('end')
