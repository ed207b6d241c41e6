# An exception has one traceback object, as long as it does not grow.
def fail():
    raise ValueError('v')


try:
    fail()
except ValueError as e:
    kept = e
    tb = e.__traceback__
print(kept.__traceback__ is tb, kept.__traceback__ == tb)
other = KeyError('k').with_traceback(tb)
print(other.__traceback__ is tb)
try:
    raise kept
except ValueError as e:
    print(e.__traceback__ is tb)
kept.__traceback__ = None
print(kept.__traceback__)
