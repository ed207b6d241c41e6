package syntax

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestStandardLibraryParsesAsInCPython compares the trees of the interpreter's own
// library, and of the files ASYNCPLAY_PYTHON_FILES names (a glob), with CPython's.
func TestStandardLibraryParsesAsInCPython(t *testing.T) {
	python := os.Getenv("ASYNCPLAY_PYTHON")
	if python == "" {
		t.Skip("ASYNCPLAY_PYTHON does not name a python3.13 to compare with")
	}
	pattern := os.Getenv("ASYNCPLAY_PYTHON_FILES")
	if pattern == "" {
		out, err := exec.Command(python, "-c", "import os; print(os.path.dirname(os.__file__))").Output()
		require.NoError(t, err)
		pattern = filepath.Join(strings.TrimSpace(string(out)), "*.py")
	}
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for len(files) > 0 {
		n := min(len(files), 20)
		compareTrees(t, python, files[:n])
		files = files[n:]
	}
}

func compareTrees(t *testing.T, python string, files []string) {
	out, err := exec.Command(python, append([]string{filepath.Join("testdata", "dump_ast.py")}, files...)...).Output()
	require.NoError(t, err)
	trees := strings.Split("\n"+string(out), "\n##### ")[1:]
	require.Len(t, trees, len(files))
	for i, tree := range trees {
		source, err := os.ReadFile(files[i])
		require.NoError(t, err)
		_, want, _ := strings.Cut(tree+"\n", "\n")
		module, syntaxErr := ParseTree(files[i], string(source))
		if strings.HasPrefix(want, "error") {
			assert.NotNil(t, syntaxErr, "%s: CPython refuses it", files[i])
			continue
		}
		if syntaxErr != nil && strings.Contains(syntaxErr.Msg, "character name") {
			t.Logf("%s: not compared: %s", files[i], syntaxErr.Msg)
			continue
		}
		if !assert.Nil(t, syntaxErr, files[i]) {
			continue
		}
		if got := dumpModule(module); got != want && strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s: %s", files[i], firstDifference(want, got))
		}
	}
}

// firstDifference shows the first line in which two dumps differ, with what is before it.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range w {
		if i >= len(g) || w[i] != g[i] {
			from := max(0, i-6)
			gotLine := "(end)"
			if i < len(g) {
				gotLine = g[i]
			}
			return strings.Join(w[from:i], "\n") + "\n  CPython: " + w[i] + "\n  ours:    " + gotLine
		}
	}
	return "ours goes on after CPython's end"
}
