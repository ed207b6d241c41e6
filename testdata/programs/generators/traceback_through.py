# A traceback through a generator and yield from.
def numbers():
    for text in '12x':
        yield int(text)


def doubled():
    yield from (n * 2 for n in numbers())


print(sum(doubled()))
