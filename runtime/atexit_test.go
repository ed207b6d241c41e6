package runtime_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/runtime"
)

// TestExitFunctionsRunLast has what CPython prints, which the recorder cannot see: it leaves without them.
func TestExitFunctionsRunLast(t *testing.T) {
	source := `import atexit, threading, time
@atexit.register
def bye(): print("bye")
atexit.register(print, "args", 1, sep="-")
def broken(): raise ValueError("in atexit")
atexit.register(broken)
def worker(): time.sleep(1); print("thread done")
threading.Thread(target=worker).start()
print("main ends")
raise RuntimeError("uncaught")
`
	var stdout, stderr strings.Builder
	recorded := runtime.Run(runtime.Request{Filename: "p.py", Source: source}, runtime.Hooks{
		Stdout: func(text string) { stdout.WriteString(text) },
		Stderr: func(text string) { stderr.WriteString(text) },
	})
	assert.Equal(t, "main ends\nthread done\nargs-1\nbye\n", stdout.String())
	assert.Contains(t, stderr.String(), "RuntimeError: uncaught\nException ignored in atexit callback <function broken at 0x")
	assert.Equal(t, int32(1), recorded.Outcome.ExitCode)
}
