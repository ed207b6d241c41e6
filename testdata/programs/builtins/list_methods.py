# The methods of list, and their errors.
a = [3, 1, 2]
a.append(5)
a.extend((4, 4))
a.insert(0, 'z'); a.insert(-1, 'y'); a.insert(100, 'end')
print(a, len(a), a.index(1), a.count(4))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(4)
a.sort()
print(a, a.sort(reverse=True), a)
a.reverse()
b = a.copy()
b.clear()
print(a, b, a + [9], a * 2, 3 in a, a == [1, 2, 3, 5])
words = ['bb', 'a', 'CCC', 'dd']
words.sort(key=len)
print(words, sorted(words, key=lambda w: w.lower(), reverse=True))
for f in [lambda: a.remove(99), lambda: a.index(99), lambda: [].pop(), lambda: a.pop(10), lambda: a[10], lambda: a['x'], lambda: a.push(1), lambda: a + 1]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
