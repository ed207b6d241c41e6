# a circuit breaker as a decorator; enums as states
import asyncio
import enum
import functools


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = enum.auto()

    def __str__(self):
        return self.name.lower().replace("_", "-")


class CircuitOpen(RuntimeError):
    """Raised while the circuit is open."""


class CircuitBreaker:
    def __init__(self, *, threshold=3, reset_after=1.0):
        self.threshold = threshold
        self.reset_after = reset_after
        self.failures = 0
        self.state = State.CLOSED
        self.opened_at = None

    def __call__(self, fn):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            loop = asyncio.get_running_loop()
            if self.state is State.OPEN:
                if loop.time() - self.opened_at < self.reset_after:
                    raise CircuitOpen(f"{fn.__name__} blocked")
                self._to(State.HALF_OPEN)
            try:
                result = await fn(*args, **kwargs)
            except Exception:
                self.failures += 1
                if self.failures >= self.threshold or self.state is State.HALF_OPEN:
                    self.opened_at = loop.time()
                    self._to(State.OPEN)
                raise
            else:
                self.failures = 0
                if self.state is not State.CLOSED:
                    self._to(State.CLOSED)
                return result
        wrapper.breaker = self
        return wrapper

    def _to(self, state):
        print(f"    {self.state} -> {state}")
        self.state = state


breaker = CircuitBreaker(threshold=2, reset_after=0.5)
answers = iter([True, False, False, True, True, False, True])


@breaker
async def flaky(n: int) -> str:
    """Fails on demand."""
    await asyncio.sleep(0.1)
    if not next(answers):
        raise ConnectionError("no answer", n)
    return f"ok {n}"


async def main():
    for n in range(12):
        try:
            print(n, await flaky(n))
        except (ConnectionError, CircuitOpen) as e:
            print(n, type(e).__name__, e, e.args)
        except StopIteration as e:
            print(n, "stop", e)
        except RuntimeError as e:
            print(n, "runtime", repr(e), repr(e.__cause__))
        await asyncio.sleep(0.15)

print(flaky.__name__, flaky.__doc__, flaky.__wrapped__, flaky.breaker.state, asyncio.iscoroutinefunction(flaky))
print(list(State), State("open"), repr(State.HALF_OPEN))
asyncio.run(main())
