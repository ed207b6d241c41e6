# Ranges whose ends do not fit into 64 bits: items, slices, membership, iteration.
m = 2**63
r = range(m, m+10, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:], r[::-1], list(reversed(r)), m+3 in r, m+4 in r, r.index(m+6), r == range(m, m+11, 3), hash(r)==hash(range(m,m+11,3)), bool(r), bool(range(m, 1)))
print(range(10**20)[5], range(10**20).start, range(10**30, 0, -10**29), list(range(10**30, 0, -10**29)), range(-m*2, m*2, m)[::2])
try: len(range(10**20))
except OverflowError as e: print(e)
try: r[5]
except IndexError as e: print(e)
print(range(2**62), range(2**62)[2**61], 2**62 in range(2**62), r.count(m), range(5)==range(0,5,1), range(m,m)==range(0), type(iter(r)))
try: range(1,2,0)
except ValueError as e: print(e)
for i in range(2**64, 2**64+2): print(i)
