# the repr of one object of nearly every type
import asyncio, collections, functools, itertools, re, datetime, types, contextvars, threading, io, random, decimal, operator, weakref, enum, string, time
async def co(): pass
async def ag(): yield
def gen(): yield
class A:
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): pass
a = A()
c = co()
things = [co, c, ag, ag(), gen, gen(), A, a, a.m, A.m, A.c, A.s, A.__dict__["p"], A.__dict__["c"], A.__dict__["s"], A.__init__, a.__init__, len, [].append, list.append, "x".join, str.join, int, type, object(), lambda x: x, functools.partial(print, 1, end=""), functools.lru_cache(lambda: 1), itertools.count(3, 2), itertools.repeat(1, 3), itertools.cycle([1]), itertools.chain([1], [2]), iter([1]), iter("a"), iter({}), iter(range(3)), iter((1,)), iter({1}), zip([1]), map(str, [1]), filter(None, []), enumerate([]), reversed([1]), range(3), range(1, 10, 2), slice(1, None), ..., NotImplemented, None, {}.keys(), {"a": 1}.values(), {"a": 1}.items(), dict(a=1).keys() & {"a"}, frozenset({1}), set(), bytearray(b"x"), memoryview(b"abc"), re.compile("a.b", re.I | re.M), re.match("a", "abc"), collections.Counter("aab"), collections.deque([1], 3), collections.defaultdict(list), collections.OrderedDict(a=1), collections.ChainMap({}), datetime.timedelta(1, 2), datetime.timezone.utc, types.SimpleNamespace(a=1, b="x"), types.MappingProxyType({"a": 1}), contextvars.ContextVar("v", default=1), threading.Lock(), threading.Event(), io.StringIO("x"), io.BytesIO(b""), random.Random(1), decimal.getcontext().prec, operator.itemgetter(1, 2), operator.attrgetter("a.b"), operator.methodcaller("x", 1), weakref.ref(a), asyncio.Queue(3), asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(1), asyncio.Condition(), asyncio.TaskGroup, asyncio.TaskGroup(), asyncio.Future, asyncio.Task, asyncio.timeout(1), asyncio.Runner(), ValueError("x"), ValueError(), ValueError("a", 1), KeyError("k"), OSError(2, "no"), StopIteration(3), ExceptionGroup("g", [ValueError(1)]), SystemExit(2), asyncio.CancelledError("m"), asyncio.TimeoutError(), asyncio.QueueFull(), types.FunctionType, types.CoroutineType, type(c), type(None), type(...), type(len), type([].append), type(a.m), type(gen()), type(ag()), types, asyncio, collections, time, property(), classmethod(len), super(A, a), int.__add__, (1).__add__, A.__class__, type.__call__, print, time.sleep, asyncio.sleep, asyncio.gather, asyncio.run, asyncio.wait_for, re.sub, string.Template("$x"), collections.namedtuple("P", "x")(1), collections.UserDict(a=1), collections.UserList([1]), 1e100, -0.0, 1j, -1.5 + 0j, float("nan"), b"\x00'\"", "it's \"q\" \n\t\\", True, 10 ** 30, (1,), [[]], {1: {}}, list[int], dict[str, int], int | None, "é\u200b😀", enum.Enum("E", "A").A]
for t in things:
    print(repr(t))
c.close()
l = [1]; l.append(l); d = {}; d["d"] = d; print(l, d, (l,), [d], collections.deque([l]))
