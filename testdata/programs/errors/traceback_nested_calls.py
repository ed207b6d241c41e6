# A traceback through several functions, with the marks under the calls.
def divide(a, b):
    return a / b


def average(values):
    return divide(sum(values), len(values))


def report(groups):
    for name, values in groups.items():
        print(name, average(values))


report({'one': [1, 2, 3], 'none': []})
