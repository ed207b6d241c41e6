# A failing call over several lines.
def make(name, size, colour):
    return name[size]


make(
    'box',
    size=99,
    colour='red',
)
