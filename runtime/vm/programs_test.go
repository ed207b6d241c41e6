package vm

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

const programsDir = "../../testdata/programs"

var (
	importLine = regexp.MustCompile(`(?m)^\s*(import|from) `)
	address    = regexp.MustCompile(`0x[0-9a-f]{8,16}\b`)
)

// areas are the programs that this package decides about; package runtime runs all of them.
var areas = []string{"classes", "coroutines", "exceptions", "generators", "language", "match", "tracebacks"}

// TestPrograms runs the recorded programs of these areas that import nothing.
func TestPrograms(t *testing.T) {
	var files []string
	for _, area := range areas {
		found, err := filepath.Glob(programsDir + "/" + area + "/*.py")
		require.NoError(t, err)
		require.NotEmpty(t, found, area)
		files = append(files, found...)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		if importLine.Match(source) {
			continue
		}
		name := strings.TrimSuffix(strings.TrimPrefix(file, programsDir+"/"), ".py")
		t.Run(name, func(t *testing.T) {
			want := recorded(t, strings.TrimSuffix(file, ".py"))
			stdout, stderr, exit := runProgram(t, filepath.Base(file), string(source))
			assert.Equal(t, want.stdout, mask(stdout), "stdout")
			assert.Equal(t, want.stderr, mask(stderr), "stderr")
			assert.Equal(t, want.exit, exit, "exit status")
		})
	}
}

func mask(s string) string { return address.ReplaceAllString(s, "0x…") }

type expectation struct{ stdout, stderr, exit string }

func recorded(t *testing.T, base string) expectation {
	t.Helper()
	stdout, err := os.ReadFile(base + ".out")
	require.NoError(t, err)
	exit, err := os.ReadFile(base + ".exit")
	require.NoError(t, err)
	stderr, err := os.ReadFile(base + ".err")
	if !os.IsNotExist(err) {
		require.NoError(t, err)
	}
	return expectation{string(stdout), string(stderr), strings.TrimSpace(string(exit))}
}

// runProgram runs a program as `python name` would.
func runProgram(t *testing.T, name, source string) (stdout, stderr, exit string) {
	t.Helper()
	run := testRun()
	run.Write = func(_ *object.Thread, fd int, text string) *object.Exception {
		if fd == 1 {
			stdout += text
		} else {
			stderr += text
		}
		return nil
	}
	tree, serr := syntax.Parse(name, source)
	if serr != nil {
		return "", serr.Traceback(), "1"
	}
	code, serr := compile.Compile(tree, name)
	if serr != nil {
		return "", serr.Traceback(), "1"
	}
	AddSource(run, name, source)
	thread := NewThread(run)
	exc := RunModule(thread, code, object.NewModule("__main__"))
	for _, coro := range neverStarted(run) {
		stderr += machineOf(thread).neverAwaitedText("sys", 1, "coroutine '"+QualnameOf(coro)+"' was never awaited")
	}
	switch {
	case exc == nil:
		return stdout, stderr, "0"
	case exc.Is(object.SystemExitType):
		code, err := object.GetAttr(thread, exc.Value(), "code")
		require.Nil(t, err)
		s, err := object.ToStr(thread, code)
		require.Nil(t, err)
		return stdout, stderr, s
	}
	return stdout, stderr + FormatException(thread, exc, true), "1"
}
