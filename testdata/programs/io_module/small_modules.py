# heapq, bisect, string, textwrap, copy, pprint, statistics, fractions, base64, hashlib, operator, io, uuid.
import heapq, bisect, string, textwrap, copy, pprint, statistics, base64, hashlib, operator, io, fractions, uuid, types, queue
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3], reverse=True)))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 3], 5, 0, 1), bisect.bisect_left([{'a': 1}, {'a': 3}], 2, key=lambda d: d['a'])); l = [1, 3]; bisect.insort(l, 2); print(l)
print(string.ascii_letters, string.digits, string.punctuation, string.capwords('hello  world'), string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$x').safe_substitute(), string.hexdigits, repr(string.whitespace))
try: string.Template('$x').substitute()
except KeyError as e: print(repr(e))
print(textwrap.wrap('The quick brown fox jumps over the lazy dog', 15), textwrap.fill('aaa bbb ccc', 7, initial_indent='> ', subsequent_indent='  '), textwrap.dedent('  a\n    b\n  c'), textwrap.indent('a\n\nb', '- '), textwrap.shorten('hello big world', 12), textwrap.wrap('averyveryverylongword x', 8), textwrap.wrap('a-b-c ddd', 4))
a = [1, [2], {'k': (3,)}]; b = copy.copy(a); c = copy.deepcopy(a); b[1].append(9); print(a, b, c, copy.replace(types.SimpleNamespace(a=1), a=2) if hasattr(copy, 'replace') else '')
class Cp:
    def __init__(self): self.x = [1]
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(Cp()), copy.deepcopy([Cp()]))
pprint.pprint({'b': list(range(30)), 'a': {'nested': ['x' * 30, 'y' * 30, 'z' * 30]}, 'c': (1,)}); pprint.pprint([1, 2], width=5); print(pprint.pformat({'z': 1, 'a': 2}, sort_dicts=False), pprint.pformat('long ' * 30, width=40), pprint.pformat({1, 2}), pprint.pformat([[[[1]]]], depth=2))
print(statistics.mean([1, 2, 3, 4]), statistics.median([1, 3, 2]), statistics.median([1, 2, 3, 4]), statistics.mode('aab'), statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1, 2, 3]), statistics.variance([1, 2, 3]), statistics.fmean([1, 2]), statistics.quantiles([1, 2, 3, 4], n=4), statistics.multimode('aabb'), statistics.harmonic_mean([1, 2]), statistics.geometric_mean([1, 4]), statistics.median_low([1, 2]), statistics.correlation([1, 2, 3], [1, 2, 4]), statistics.linear_regression([1, 2], [3, 5]))
try: statistics.mean([])
except statistics.StatisticsError as e: print(e)
print(base64.b64encode(b'hi\xff'), base64.b64decode('aGk='), base64.urlsafe_b64encode(b'\xff\xfe'), base64.b32encode(b'a'), base64.b16encode(b'a'), hashlib.md5(b'x').hexdigest(), hashlib.sha256(b'x').hexdigest()[:16], hashlib.sha1(b'x').digest()[:4], hashlib.new('sha512', b'x').hexdigest()[:10], hashlib.sha256().update(b'') is None)
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real', 'imag')(3), operator.methodcaller('upper')('a'), operator.add(1, 2), operator.contains([1], 1), operator.concat('a', 'b'), operator.truth([]), operator.not_(1), operator.is_(None, None), operator.countOf([1, 1], 1), operator.indexOf([5, 6], 6), operator.itemgetter('k')({'k': 1}), operator.floordiv(7, 2), operator.neg(1), operator.iadd([1], [2]))
f = io.StringIO('a\nb\nc'); print(f.readline(), f.read(), f.getvalue(), f.tell(), f.seek(0), list(f), f.write('z'), f.closed); f.close()
try: f.read()
except ValueError as e: print(e)
b = io.BytesIO(b'abc'); print(b.read(2), b.getvalue(), b.seek(0, 2), b.write(b'd'), b.getbuffer().nbytes, b.readable())
F = fractions.Fraction; print(F(1, 3) + F(1, 6), F('0.75'), F(0.5), F(3, 4) * 2, F(7, 2) // 1, F(-7, 2) % 2, F(1, 2) ** 2, round(F(7, 3), 1), float(F(1, 4)), F(5).limit_denominator(), F('3/9'), F(1, 2) < 0.6, repr(F(2, 4)), int(F(7, 2)), F(1, 2) == 0.5, F(22, 7).limit_denominator(3), f'{F(1, 3):.3f}')
u = uuid.UUID('12345678123456781234567812345678'); print(u, u.hex, u.int, u.version, repr(u), uuid.uuid5(uuid.NAMESPACE_DNS, 'x'), uuid.UUID(int=5), u == uuid.UUID(str(u)))
q = queue.Queue(2); q.put(1); q.put_nowait(2); print(q.full(), q.qsize(), q.get(), q.empty()); pq = queue.PriorityQueue(); [pq.put(x) for x in (3, 1, 2)]; print([pq.get() for _ in range(3)]); lq = queue.LifoQueue(); lq.put(1); lq.put(2); print(lq.get())
for fn in (lambda: queue.Queue().get_nowait(), lambda: q.put_nowait(5) or q.put_nowait(6)):
    try: fn()
    except Exception as e: print(type(e).__name__, e)
ns = types.SimpleNamespace(a=1, b='x'); ns.c = 3; print(ns, ns == types.SimpleNamespace(a=1, b='x', c=3), types.MappingProxyType({'a': 1}), types.new_class('X', (), {}, lambda d: d.update(v=1)).v)
