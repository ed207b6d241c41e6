package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// crashing is a program that looks through its own stack, collects garbage and dies.
const crashing = `package main

import "runtime"

//go:noinline
func deep(n int) string {
	if n > 0 {
		return deep(n-1)
	}
	runtime.GC()
	pc, file, line, _ := runtime.Caller(0)
	println(runtime.FuncForPC(pc).Name(), file, line > 0)
	var none *struct{ text string }
	return none.text
}

func main() { println(deep(50)) }
`

func TestAStrippedProgramRunsAndNamesItsPackages(t *testing.T) {
	dir := t.TempDir()
	source, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "main.wasm")
	require.NoError(t, os.WriteFile(source, []byte(crashing), 0o644))
	build := exec.Command("go", "build", "-o", binary, source)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GO111MODULE=off")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	whole, err := os.ReadFile(binary)
	require.NoError(t, err)
	stripped, err := stripTraceback(whole)
	require.NoError(t, err)

	assert.Len(t, stripped, len(whole), "nothing moves")
	assert.Less(t, gzipSize(stripped), gzipSize(whole)*97/100)
	before, after := runWasm(t, dir, whole), runWasm(t, dir, stripped)
	assert.Contains(t, before, "main.deep "+source+" true")
	assert.Contains(t, before, "main.go:14")
	assert.Contains(t, after, "main. ? false")
	assert.Contains(t, after, "main.(")
	assert.NotContains(t, after, "deep")
	assert.Contains(t, after, "nil pointer dereference")
	assert.NotContains(t, after, "main.go")

	joined, err := joinSegments(stripped)
	require.NoError(t, err)
	segments, err := dataSegments(joined)
	require.NoError(t, err)
	assert.Len(t, segments, 1)
	old, err := dataSegments(stripped)
	require.NoError(t, err)
	assert.Equal(t, memoryOf(old), memoryOf(segments))
	assert.Equal(t, after, runWasm(t, dir, joined))
}

// runWasm returns what the program that dies prints on standard error.
func runWasm(t *testing.T, dir string, binary []byte) string {
	t.Helper()
	path := filepath.Join(dir, "run.wasm")
	require.NoError(t, os.WriteFile(path, binary, 0o644))
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	run := exec.Command(filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/go_js_wasm_exec"), path)
	out, err := run.CombinedOutput()
	require.Error(t, err, "it dies")
	return string(out)
}

func TestAnUnknownLayoutIsLeftAlone(t *testing.T) {
	header := append([]byte(nil), funcTabsMagic...)
	word := func(n byte) []byte { return []byte{n, 0, 0, 0, 0, 0, 0, 0} }
	for name, memory := range map[string][]byte{
		"nothing there":        make([]byte, 200),
		"cut off":              header,
		"no functions":         append(header, make([]byte, 200)...),
		"functions before all": append(append(header, word(1)...), make([]byte, 200)...),
	} {
		assert.ErrorIs(t, blankTraceback(memory), errUnknownLayout, name)
	}
	_, err := stripTraceback([]byte("\x00asm\x01\x00\x00\x00\x0b"))
	assert.Error(t, err, "a binary that ends too early")
}

func TestThePackageInAFunctionsName(t *testing.T) {
	for name, want := range map[string]string{
		"main.main":                            "main.",
		"asyncplay/runtime/vm.(*frame).Resume": "asyncplay/runtime/vm.",
		"asyncplay/runtime/object.cast[go.shape.struct { a/b.c int }]": "asyncplay/runtime/object.",
		"type:.eq.asyncplay/x.T": "type:.eq.asyncplay/x.",
		"go:buildid":             "",
		"":                       "",
	} {
		assert.Equal(t, want, name[:packageEnd([]byte(name))], name)
	}
}

func TestNamesOfTheRuntimeAndThePageStay(t *testing.T) {
	for name, want := range map[string]bool{
		"runtime.": true, "runtime/debug.": true, "reflect.": true, "internal/runtime/maps.": true, "syscall/js.": true, "asyncplay/app/view.": true,
		"asyncplay/runtime.": false, "asyncplay/runtime/vm.": false, "main.": false, "reflection.": false,
	} {
		assert.Equal(t, want, keepsNames(name), name)
	}
}
