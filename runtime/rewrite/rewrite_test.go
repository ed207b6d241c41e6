package rewrite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/syntax"
)

// TestLinesPutBackGiveTheSameProgram replaces every statement of every recorded program by its own lines.
func TestLinesPutBackGiveTheSameProgram(t *testing.T) {
	files, err := filepath.Glob("../../testdata/programs/*/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	replaced := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		replaced += putBack(t, string(data))
	}
	assert.Greater(t, replaced, 5000)
}

// plainEnds: lines written anew all get the same line end, which a program that mixes them does not have.
func plainEnds(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

func putBack(t *testing.T, text string) int {
	s, ok := Parse(text)
	if !ok {
		return 0
	}
	replaced := 0
	for i := range s.Places {
		p := &s.Places[i]
		lines, ok := s.LinesOf([]syntax.Stmt{p.Stmt()})
		if !ok {
			continue
		}
		replaced++
		lines = s.WithComments(lines)
		assert.Equal(t, plainEnds(text), plainEnds(Apply(text, []Edit{s.ReplaceLines(lines, s.Shifted(lines, "", ""))})))
		// At finds the innermost statement of the line, of which the outer one may be the first of several.
		if at := s.At(firstLine(p.Stmt())); assert.NotNil(t, at) {
			assert.LessOrEqual(t, firstLine(at.Stmt()), firstLine(p.Stmt()))
		}
		for _, call := range Calls(p.Stmt()) {
			assert.Equal(t, text, Apply(text, []Edit{s.Replace(call, s.TextOf(call)), s.Before(call, ""), s.After(call, "")}))
			assert.Equal(t, byte('('), s.Text[s.OpenParen(call)])
		}
	}
	return replaced
}

func TestShiftedLeavesStringsAndBlankLinesAlone(t *testing.T) {
	const text = "def f():\n    a = '''x\n  y'''\n\n    # why\n    b = (1,\n      2)  # two\n"
	s, ok := Parse(text)
	require.True(t, ok)
	def := s.Module.Body[0].(*syntax.FunctionDef)
	lines, ok := s.LinesOf(def.Body)
	require.True(t, ok)
	assert.Equal(t, "        a = '''x\n  y'''\n\n        # why\n        b = (1,\n          2)  # two\n", s.Shifted(lines, "    ", ""))
	assert.Equal(t, "a = '''x\n  y'''\n\n# why\nb = (1,\n  2)  # two\n", s.Shifted(lines, "", "    "))
	last, ok := s.LinesOf(def.Body[1:])
	require.True(t, ok)
	assert.Equal(t, Lines{5, 7}, s.WithComments(last))
}

func TestLinesThatAreSharedAreRefused(t *testing.T) {
	for _, text := range []string{"if a: b()\n", "a(); b()\n"} {
		s, ok := Parse(text)
		require.True(t, ok)
		refused := 0
		for i := range s.Places {
			if _, ok := s.LinesOf([]syntax.Stmt{s.Places[i].Stmt()}); !ok {
				refused++
			}
		}
		assert.Positive(t, refused, text)
	}
}

func TestFreeNameLooksAtWholeWords(t *testing.T) {
	s, ok := Parse("errors = 1\nexc = 2\n")
	require.True(t, ok)
	assert.Equal(t, "error", s.FreeName("error", "exc"))
	assert.Equal(t, "exc_", s.FreeName("exc"))
}

func TestDiffMarksLinesThatOnlyMovedSideways(t *testing.T) {
	before := "a\nb\nwork()\nmore()\ndone()\nz\ny\n"
	after := "a\nb\ntry:\n    work()\n    more()\nfinally:\n    done()\nz\ny\n"
	var got []string
	for _, line := range Diff(before, after, 1) {
		got = append(got, string(line.Op)+line.Text)
	}
	assert.Equal(t, []string{" b", "+try:", ">    work()", ">    more()", "+finally:", ">    done()", " z"}, got)
	assert.Empty(t, Diff(before, before, 1))
}

// TestADiffLeadsFromOneProgramToTheOther takes diffs of changed programs apart again.
func TestADiffLeadsFromOneProgramToTheOther(t *testing.T) {
	texts := []string{"", "a\n", "a\nb\nc\n", "c\nb\na\n", "  a\nx\nb\n", "a\na\na\nb\n"}
	for _, before := range texts {
		for _, after := range texts {
			var old, now []string
			for _, line := range Compare(before, after) {
				if line.Op != Added {
					old = append(old, strings.TrimSpace(line.Text))
					assert.Len(t, old, line.Old)
				}
				if line.Op != Removed {
					now = append(now, line.Text)
					assert.Len(t, now, line.New)
				}
			}
			assert.Equal(t, strings.ReplaceAll(before, " ", ""), joined(old))
			assert.Equal(t, after, joined(now))
		}
	}
}

func joined(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// FuzzPlaces: whatever the program, its places can be changed without a panic.
func FuzzPlaces(f *testing.F) {
	files, err := filepath.Glob("../../testdata/programs/*/*.py")
	require.NoError(f, err)
	require.NotEmpty(f, files)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(string(source))
	}
	f.Add("async def f(q):\n    while x := await q.get(): pass\n")
	f.Add("\ufeffif a:\r\n  b(1)\r  c\n")
	f.Add("@d\nclass A: x = '''\n'''; y = f'{z()}'\n")
	f.Fuzz(func(t *testing.T, text string) {
		putBack(t, text)
	})
}

func TestProgramsTooLongToCompareAreTakenForReplaced(t *testing.T) {
	lines := Compare("a\n"+strings.Repeat("x\n", 3000), "b\n"+strings.Repeat("x\n", 3000)+"c\n")
	require.Len(t, lines, 3001+3002)
	assert.Equal(t, DiffLine{Removed, 1, 0, "a"}, lines[0])
	assert.Equal(t, DiffLine{Added, 0, 3002, "c"}, lines[len(lines)-1])
}
