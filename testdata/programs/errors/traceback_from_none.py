# from None hides the context.
try:
    {}['key']
except KeyError:
    raise ValueError('clean') from None
