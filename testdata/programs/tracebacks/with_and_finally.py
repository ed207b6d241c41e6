# Exceptions through with blocks, finally, and an __exit__ that raises.
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        return self

    def __exit__(self, typ, exc, tb):
        print(self.name, typ and typ.__name__, exc, tb is not None)
        if self.name == 'raises':
            raise RuntimeError('in exit')
        return self.swallow


with CM('a', True), CM('b'):
    raise ValueError(1)
try:
    with CM('c'):
        pass
    with CM('raises') as cm:
        raise KeyError(cm.name)
finally:
    print('finally')
