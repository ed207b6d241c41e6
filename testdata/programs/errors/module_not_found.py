# ModuleNotFoundError and ImportError texts.
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, e.name, isinstance(e, ImportError))
try:
    import no.such
except ImportError as e:
    print(e)
try:
    import asyncio.no_such
except ImportError as e:
    print(e)
try:
    from asyncio import no_such_thing
except ImportError as e:
    print(str(e).split(' (')[0])
