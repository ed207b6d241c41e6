# A failing subscript in a chain, and an attribute of None.
data = {'a': {'b': None}}


def get(d):
    return d['a']['b']['c']


try:
    get(data)
except TypeError as e:
    data['a']['b'].strip()
