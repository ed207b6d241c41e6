# The direct cause.
def load(d):
    try:
        return d['key']
    except KeyError as e:
        raise RuntimeError('no configuration') from e


load({})
