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
		{5, `"is" with 'int' literal. Did you mean "=="?`},
		{6, `"is" with 'int' literal. Did you mean "=="?`},
		{9, `assertion is always true, perhaps remove parentheses?`},
		{10, `'NoneType' object is not callable; perhaps you missed a comma?`},
		{11, `'int' object is not callable; perhaps you missed a comma?`},
		{12, `'list' object is not callable; perhaps you missed a comma?`},
		{13, `str indices must be integers or slices, not float; perhaps you missed a comma?`},
		{14, `str indices must be integers or slices, not str; perhaps you missed a comma?`},
		{15, `list indices must be integers or slices, not tuple; perhaps you missed a comma?`},
		{16, `'set' object is not subscriptable; perhaps you missed a comma?`},
		{17, `'int' object is not subscriptable; perhaps you missed a comma?`},
		{18, `'generator' object is not subscriptable; perhaps you missed a comma?`},
		{19, `"is" with 'tuple' literal. Did you mean "=="?`},
		{20, `"is" with 'int' literal. Did you mean "=="?`},
		{21, `"is" with 'tuple' literal. Did you mean "=="?`},
		{22, `list indices must be integers or slices, not NoneType; perhaps you missed a comma?`},
		{25, `bytes indices must be integers or slices, not bytes; perhaps you missed a comma?`},
		{26, `tuple indices must be integers or slices, not str; perhaps you missed a comma?`},
		{27, `'function' object is not subscriptable; perhaps you missed a comma?`},
		{28, `'dict' object is not callable; perhaps you missed a comma?`},
		{31, `"is" with 'int' literal. Did you mean "=="?`},
		{34, `assertion is always true, perhaps remove parentheses?`},
	}, code.Warnings)
}
