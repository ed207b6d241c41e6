package compile

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The warnings are those that CPython 3.13 gives for this source, without repetitions.
func TestWarnings(t *testing.T) {
	code := compileSource(t, `x = 1
try:
    pass
finally:
    x is 5
while x is 7: break
def f():
    try: return 1
    finally: assert (1, 2)
None()
(1)(2)
lambda: [1]("a")
f"a"[1.0]
"abc"["d"]
[1, 2][1, 2]
{1}[0]
1[0]
(x for x in [])[0]
x is ()
x is -1
() is x is not "a"
[1][None]
[1][True]
[1][0:1]
b"x"[b"y"]
(1,)["a"]
(lambda: 1)[0]
{1: 2}()
x is ...
x is f"a"
if x is 9: pass
x is [1]
assert ()
assert (x, "m"), "n"
`)
	assert.Equal(t, []Warning{
		{Line: 5, Message: `"is" with 'int' literal. Did you mean "=="?`},
		{Line: 6, Message: `"is" with 'int' literal. Did you mean "=="?`},
		{Line: 9, Message: `assertion is always true, perhaps remove parentheses?`},
		{Line: 10, Message: `'NoneType' object is not callable; perhaps you missed a comma?`},
		{Line: 11, Message: `'int' object is not callable; perhaps you missed a comma?`},
		{Line: 12, Message: `'list' object is not callable; perhaps you missed a comma?`},
		{Line: 13, Message: `str indices must be integers or slices, not float; perhaps you missed a comma?`},
		{Line: 14, Message: `str indices must be integers or slices, not str; perhaps you missed a comma?`},
		{Line: 15, Message: `list indices must be integers or slices, not tuple; perhaps you missed a comma?`},
		{Line: 16, Message: `'set' object is not subscriptable; perhaps you missed a comma?`},
		{Line: 17, Message: `'int' object is not subscriptable; perhaps you missed a comma?`},
		{Line: 18, Message: `'generator' object is not subscriptable; perhaps you missed a comma?`},
		{Line: 19, Message: `"is" with 'tuple' literal. Did you mean "=="?`},
		{Line: 20, Message: `"is" with 'int' literal. Did you mean "=="?`},
		{Line: 21, Message: `"is" with 'tuple' literal. Did you mean "=="?`},
		{Line: 22, Message: `list indices must be integers or slices, not NoneType; perhaps you missed a comma?`},
		{Line: 25, Message: `bytes indices must be integers or slices, not bytes; perhaps you missed a comma?`},
		{Line: 26, Message: `tuple indices must be integers or slices, not str; perhaps you missed a comma?`},
		{Line: 27, Message: `'function' object is not subscriptable; perhaps you missed a comma?`},
		{Line: 28, Message: `'dict' object is not callable; perhaps you missed a comma?`},
		{Line: 31, Message: `"is" with 'int' literal. Did you mean "=="?`},
		{Line: 34, Message: `assertion is always true, perhaps remove parentheses?`},
	}, code.Warnings)
}
