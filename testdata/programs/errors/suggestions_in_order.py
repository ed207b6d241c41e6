# what is suggested among equally near names, for imports too; errors of enums; slices of a bytearray
import json
import traceback


class Client:
    def __init__(self):
        self.connected = False

    def connect(self):
        self.conected = True
        return self.connectd


try:
    Client().connect()
except AttributeError as e:
    print(traceback.format_exception_only(e))
try:
    import os.pth
except ImportError as e:
    print(e)
try:
    from json import dumb
except ImportError as e:
    print(traceback.format_exception_only(e)[0].partition(")")[2])
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = "g"
print(dir(Color))
try:
    Color()
except TypeError as e:
    print(e)
from enum import auto
try:
    class Mixed(Enum):
        A = "a"
        B = auto()
except TypeError as e:
    print(e)
data = bytearray(b"hello")
data[:2] = (72, 69)
data[5:] = range(3)
print(data)
