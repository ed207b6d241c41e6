# time.sleep of what is no number.
import time
for x in ['1', None, [1], 1j, True, 0]:
    try: print(time.sleep(x))
    except Exception as e: print(type(e), e)
class I:
    def __index__(self): return 1
try: print(time.sleep(I()), time.time())
except Exception as e: print(type(e), e)
