# The clock functions agree with the loop; time.sleep moves them.
import time

print(time.time(), time.monotonic(), time.perf_counter(), time.monotonic_ns())
time.sleep(1.5)
print(time.time(), time.monotonic() - 0.5, time.perf_counter_ns())
try:
    time.sleep('1')
except TypeError as e:
    print(e)
