# heapq and bisect.
import bisect
import heapq

h = []
for x in [5, 1, 4, 1, 3]:
    heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(len(h))])
h = [5, 2, 8, 1]
heapq.heapify(h)
print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, ['bb', 'a', 'ccc'], key=len), list(heapq.merge([1, 4], [2, 3])))
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.insort(a, 4), a, bisect.bisect([5, 3], -4, key=lambda x: -x))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
