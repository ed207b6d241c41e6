package vm

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// FuzzRun mutates the recorded programs: whatever the bytes are, a run ends with a result or an
// exception, never with a Go panic.
func FuzzRun(f *testing.F) {
	files, err := filepath.Glob(programsDir + "/*/*.py")
	require.NoError(f, err)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(f, err)
		if !importLine.Match(source) {
			f.Add(string(source))
		}
	}
	f.Fuzz(func(t *testing.T, source string) {
		tree, serr := syntax.Parse("x.py", source)
		if serr != nil {
			return
		}
		code, serr := compile.Compile(tree, "x.py")
		if serr != nil {
			return
		}
		run := testRun()
		run.StepsLeft, run.MemoryMaxBytes = 200_000, 32<<20
		run.Import = func(_ *object.Thread, name string) (*object.Module, *object.Exception) {
			return nil, object.NewException(object.ModuleNotFoundErrorType, "No module named '"+name+"'")
		}
		run.Write = func(*object.Thread, int, string) *object.Exception { return nil }
		AddSource(run, "x.py", source)
		thread := NewThread(run)
		if exc := RunModule(thread, code, object.NewModule("__main__")); exc != nil {
			FormatException(thread, exc, true)
		}
	})
}
