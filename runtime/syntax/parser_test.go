package syntax

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// validPrograms reads testdata/valid.txt and the trees that CPython made of its programs.
func validPrograms(t testing.TB) (programs, trees []string) {
	source, err := os.ReadFile(filepath.Join("testdata", "valid.txt"))
	require.NoError(t, err)
	recorded, err := os.ReadFile(filepath.Join("testdata", "valid.ast.txt"))
	require.NoError(t, err)
	programs = strings.Split(string(source), "=====\n")
	trees = strings.Split(string(recorded), "=====\n")
	require.Len(t, trees, len(programs))
	return programs, trees
}

func TestTreesAreCPythons(t *testing.T) {
	programs, trees := validPrograms(t)
	require.Greater(t, len(programs), 80)
	for i, program := range programs {
		t.Run(strings.SplitN(program, "\n", 2)[0], func(t *testing.T) {
			module, err := ParseTree("x.py", program)
			require.Nil(t, err, program)
			got := dumpModule(module)
			if strings.TrimSpace(got) != strings.TrimSpace(trees[i]) {
				t.Errorf("%s\n%s", program, firstDifference(trees[i], got))
			}
		})
	}
}

func TestLineEndsAndByteOrderMarkMakeNoDifference(t *testing.T) {
	plain, err := Parse("x.py", "if x:\n    y = '''a\nb'''\n")
	require.Nil(t, err)
	for _, source := range []string{"\ufeffif x:\n    y = '''a\nb'''\n", "if x:\r\n    y = '''a\r\nb'''\r\n", "if x:\r    y = '''a\rb'''"} {
		module, err := Parse("x.py", source)
		require.Nil(t, err)
		assert.Equal(t, dumpModule(plain), dumpModule(module))
	}
}

func TestAwaitOutsideFunctionsIsFoundAfterParsing(t *testing.T) {
	for _, source := range []string{"await x\n", "async with x: pass\n", "async for x in y: pass\n", "[await x for x in y]\n"} {
		_, err := Parse("x.py", source)
		assert.NotNil(t, err, source)
		_, err = ParseTree("x.py", source)
		assert.Nil(t, err, source)
	}
}

func TestFuturesAreListed(t *testing.T) {
	module, err := Parse("x.py", "'doc'\nfrom __future__ import annotations, division\n")
	require.Nil(t, err)
	assert.Equal(t, []string{"annotations", "division"}, module.Futures)
}

// TestDeepSourceEndsInAnError feeds nesting of every kind that has no limit in the grammar.
func TestDeepSourceEndsInAnError(t *testing.T) {
	const n = 50_000
	for name, source := range map[string]string{
		"parentheses": strings.Repeat("(", n),
		"brackets":    strings.Repeat("[", n) + strings.Repeat("]", n),
		"not":         strings.Repeat("not ", n) + "x",
		"minus":       strings.Repeat("-", n) + "x",
		"power":       strings.Repeat("x**", n) + "x",
		"lambda":      strings.Repeat("lambda: ", n) + "x",
		"conditional": strings.Repeat("x if y else ", n) + "z",
		"sum":         strings.Repeat("x + ", n) + "x",
		"attributes":  "x" + strings.Repeat(".y", n),
		"calls":       "x" + strings.Repeat("()", n),
		"elif":        "if x: pass\n" + strings.Repeat("elif x: pass\n", n),
		"pattern":     "match x:\n case " + strings.Repeat("a|(", 150) + "b" + strings.Repeat(")", 150) + strings.Repeat("[", n),
		"f-strings":   strings.Repeat("f'{", n),
		"blocks":      deepBlocks(n / 100),
		"spec":        "f'" + strings.Repeat("{x:", n),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("x.py", source+"\n")
			require.NotNil(t, err)
			assert.NotEmpty(t, err.Msg)
		})
	}
}

func deepBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "if x:\n")
	}
	return b.String() + strings.Repeat(" ", n) + "pass"
}

// TestWrongSourceCostsLinearWork counts the steps of the second pass for mistakes inside
// ever longer and deeper statements.
func TestWrongSourceCostsLinearWork(t *testing.T) {
	for name, source := range map[string]func(n int) string{
		"statements": func(n int) string { return "def f():\n" + strings.Repeat(" x = g(a, b=[1, {3: 4}])\n", n) + " x y\n" },
		"list":       func(n int) string { return "x = [" + strings.Repeat("(a, b), ", n) + "c d]\n" },
		"arguments":  func(n int) string { return "f(" + strings.Repeat("a=1, ", n) + "b)\n" },
		"brackets":   func(n int) string { return strings.Repeat("[(", n/4) + "1 +" + strings.Repeat(")]", n/4) + "\n" },
		"calls":      func(n int) string { return strings.Repeat("f(", n/4) + "a +" + strings.Repeat(")", n/4) + "\n" },
		"dicts":      func(n int) string { return strings.Repeat("{1: ", n/4) + "+" + strings.Repeat("}", n/4) + "\n" },
		"lambdas": func(n int) string {
			return strings.Repeat("(lambda x=", n/4) + "1" + strings.Repeat(": +)", n/4) + "\n"
		},
		"targets": func(n int) string { return strings.Repeat("(", n/4) + "a" + strings.Repeat(",)", n/4) + " = 1 = 2 +\n" },
		"fors": func(n int) string {
			return "x = " + strings.Repeat("[y for z in ", n/4) + "+" + strings.Repeat("]", n/4) + "\n"
		},
		"patterns": func(n int) string {
			return "match x:\n case " + strings.Repeat("(", n/4) + "a as +" + strings.Repeat(")", n/4) + ": pass\n"
		},
	} {
		t.Run(name, func(t *testing.T) {
			small, large := stepsOfSecondPass(t, source(200)), stepsOfSecondPass(t, source(400))
			assert.Positive(t, small)
			assert.LessOrEqual(t, large, 5*small/2, "work grows faster than the source")
		})
	}
}

func stepsOfSecondPass(t *testing.T, source string) int {
	p := &parser{sc: newScanner("x.py", source)}
	_, err := p.run()
	require.NotNil(t, err)
	require.True(t, p.second)
	return secondPassStepsMin + secondPassStepsPerToken*p.firstPassTokens - p.stepsLeft
}

func FuzzParse(f *testing.F) {
	programs, _ := validPrograms(f)
	for _, p := range programs {
		f.Add(p)
	}
	wrong, err := os.ReadFile(filepath.Join("testdata", "errors.txt"))
	require.NoError(f, err)
	for _, p := range strings.Split(string(wrong), "=====\n") {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, source string) {
		module, err := Parse("x.py", source)
		if (module == nil) == (err == nil) {
			t.Fatal("neither a tree nor an error, or both")
		}
		if err != nil && !strings.HasSuffix(err.Traceback(), err.Msg+"\n") {
			t.Fatal("the error does not print its message")
		}
		for _, n := range Numbers(source) {
			if source[n.Start:n.End] != n.Text {
				t.Fatal("a number is not where it says")
			}
		}
		for _, p := range Params(source) {
			if source[p.ValueStart:p.ValueEnd] != p.ValueText {
				t.Fatal("a knob's literal is not where it says")
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	programs, _ := validPrograms(b)
	source := strings.Repeat(strings.Join(programs, "\n"), 10)
	if _, err := ParseTree("x.py", source); err != nil {
		b.Fatal(fmt.Sprint(err))
	}
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseTree("x.py", source); err != nil {
			b.Fatal(err)
		}
	}
}
