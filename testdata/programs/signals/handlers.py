# Handlers of module signal run where the signal comes; what they raise is raised there.
import asyncio
import signal


def handler(number, frame):
    print("handler", number, signal.Signals(number).name)


def raising(number, frame):
    raise RuntimeError("from the handler")


print(signal.getsignal(signal.SIGUSR1))
print(signal.signal(signal.SIGUSR1, handler))
signal.raise_signal(signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, raising) is handler)


async def main():
    try:
        signal.raise_signal(signal.SIGUSR1)
        print("not reached")
    except RuntimeError as e:
        print("caught", e)
    signal.signal(signal.SIGINT, handler)
    signal.raise_signal(signal.SIGINT)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.raise_signal(signal.SIGTERM)
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", e.args)
try:
    signal.raise_signal(1000)
except OSError as e:
    print("OSError", e)
