# warnings.warn with categories, catch_warnings, filters.
import warnings

warnings.warn('first warning')
warnings.warn('a runtime one', RuntimeWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('caught', DeprecationWarning)
    print(len(caught), caught[0].category.__name__, caught[0].message)
warnings.simplefilter('error')
try:
    warnings.warn('now an error', UserWarning)
except UserWarning as e:
    print(repr(e))
