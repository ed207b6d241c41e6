# During handling of the above exception.
def load(d):
    try:
        return d['key']
    except KeyError:
        return int('not a number')


load({})
