# sys.stdlib_module_names: a frozen set, also for "from sys import".
import sys
from sys import stdlib_module_names

print(type(stdlib_module_names).__name__, stdlib_module_names is sys.stdlib_module_names)
print([name in sys.stdlib_module_names for name in ("asyncio", "sys", "dataclasses", "nothing")], hasattr(sys, "nothing"))
try:
    sys.stdlib_module_name
except AttributeError as error:
    print(error)
