# csv in memory, statistics, heapq, bisect, fractions, decimals
import csv
import io
import statistics as st
import heapq
import bisect
from fractions import Fraction
from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP

text = 'name,qty,price\n"Smith, J",2,3.50\n"quote ""x""",,1\n'
for row in csv.DictReader(io.StringIO(text)):
    print(row, row["qty"] or "none")
out = io.StringIO()
w = csv.writer(out, delimiter=";", quoting=csv.QUOTE_MINIMAL)
w.writerow(["a;b", 1, None, 2.5]); w.writerows([["x\ny", 'q"'], []])
print(repr(out.getvalue()))
dw = csv.DictWriter(out2 := io.StringIO(), fieldnames=["a", "b"], extrasaction="ignore", restval="-", lineterminator="\n")
dw.writeheader(); dw.writerow({"a": 1, "c": 3}); print(out2.getvalue())
print(list(csv.reader(["a b  c", "'x y' z"], delimiter=" ", quotechar="'", skipinitialspace=True)))
data = [2.5, 3.25, 5.5, 11.5, 11.5]
print(st.mean(data), st.median(data), st.mode(data), st.stdev(data), st.pvariance(data), st.quantiles(data, n=4), st.fmean([1, 2, 4]), st.harmonic_mean([40, 60]), st.geometric_mean([54, 24, 36]), st.median_low([1, 3, 5, 7]), st.multimode("aabbc"), st.correlation([1, 2, 3], [2, 4, 7]))
try: st.mean([])
except st.StatisticsError as e: print(e)
h = [5, 1, 8, 3]; heapq.heapify(h); heapq.heappush(h, 2); print(h, heapq.heappop(h), heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x), heapq.heapreplace(h, 10), heapq.heappushpop(h, 0), list(heapq.merge([1, 4], [2, 3], reverse=False)))
g = [33, 60, 70, 90]; print([("FDCBA")[bisect.bisect(g, s)] for s in (10, 33, 69, 70, 99)], bisect.bisect_left(g, 60), bisect.insort(g, 65) or g)
print(Fraction(3, 4) + Fraction("1/3"), Fraction(0.5), Fraction("0.125"), Fraction(7, 3) // 1, float(Fraction(1, 3)), Fraction(3.14159).limit_denominator(100), repr(Fraction(-6, 8)), round(Fraction(7, 3), 1), f"{Fraction(1, 3):.3f}")
print(Decimal("0.1") + Decimal("0.2"), 0.1 + 0.2, Decimal(1) / Decimal(7), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal(2).sqrt(), Decimal("1e5"), Decimal("-0"), Decimal("NaN"), getcontext().prec)
with localcontext() as ctx:
    ctx.prec = 5; print(Decimal(1) / 3)
for bad in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Fraction(1, 0), lambda: Decimal(1) + 0.5, lambda: Fraction("a")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(round(2.5), round(3.5), round(-2.675, 2), round(1234, -2), int("0x1f", 16), int("1_000"), 7 // -2, 7 % -2, -7 % 2, divmod(-7, 2), 2 ** -1, 2 ** 100, 10 ** 20 // 3, 0.1 * 3, 1e16 + 1, float("1e400"), 5 / 2, hash(2.0) == hash(2), (0.1).hex(), (3).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00"), (0.75).as_integer_ratio(), complex(1, -2) * 2j, abs(3 + 4j))
