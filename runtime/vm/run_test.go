package vm

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestThin(t *testing.T) {
	r := execute(t, `
def fib(n):
    if n < 2:
        return n
    return fib(n-1) + fib(n-2)
print(fib(15))
total = 0
for i in range(10):
    if i == 3:
        continue
    total += i
print(total)
def gen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("got", x)
    finally:
        print("closed")
for v in gen(3):
    print(v)
g = gen(5)
print(next(g), g.send("hey"))
g.close()
class A:
    k = 1
    def __init__(self, x): self.x = x
    def get(self): return self.x + self.k
class B(A):
    def get(self): return super().get() * 2
print(A(4).get(), B(5).get())
try:
    1/0
except ZeroDivisionError as e:
    print("caught", e)
async def inner():
    return 42
async def outer():
    return await inner() + 1
c = outer()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
print(f"{total:>5}|{total!r}", [x*x for x in range(4)], {k: v for k, v in [(1,2)]})
def bad(a, b):
    return a / b
def chain():
    try:
        bad(1, 0)
    except ZeroDivisionError as e:
        raise ValueError("no") from e
chain()
`)
	assert.Equal(t, "", r.stdout)
	assert.Equal(t, "", r.stderr)
}
