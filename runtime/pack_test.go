//go:build !librarypack

package runtime_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime"
	"asyncplay/runtime/stdlib"
	"asyncplay/runtime/trace"
)

// wantsPack are the lessons that import modules of the pack; all others, and the flagship among them, must do without.
var wantsPack = []string{"iterate/context_manager", "network/echo", "patterns/heartbeat", "start/coroutine_object", "threads/executor"}

func TestProgramsWithPlainAsyncioDoWithoutThePack(t *testing.T) {
	const lessons = "../app/lessons/"
	files, err := filepath.Glob(lessons + "*/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	files = append(files, programsDir+"/queue_workers/documentation_seed_42.py")
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), lessons), ".py")
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		asked := 0
		runtime.Run(runtime.Request{Filename: "program.py", Source: string(source)}, runtime.Hooks{LibraryPack: countedPack(&asked)})
		assert.Equal(t, slices.Contains(wantsPack, name), asked > 0, name)
	}
}

func countedPack(asked *int) func() (string, error) {
	return func() (string, error) {
		*asked++
		pack, _ := stdlib.Pack()
		return pack, nil
	}
}

const packedImports = `import asyncio, dataclasses, logging, sys

@dataclasses.dataclass
class Point:
    x: int = 1

async def main():
    await asyncio.sleep(1)
    print(Point(), "enum" in sys.modules, "argparse" in sys.stdlib_module_names)
    logging.warning("late")

asyncio.run(main())
`

func TestARunWithThePackIsTheSameToTheByte(t *testing.T) {
	request := runtime.Request{Filename: "program.py", Source: packedImports}
	asked := 0
	whole := runtime.Run(request, runtime.Hooks{}).Encode()
	apart := runtime.Run(request, runtime.Hooks{LibraryPack: countedPack(&asked)}).Encode()
	assert.Positive(t, asked)
	assert.Equal(t, whole, apart)
}

func TestAPackThatCannotBeHadIsToldAndTriedAgain(t *testing.T) {
	broken := true
	hooks := runtime.Hooks{LibraryPack: func() (string, error) {
		if broken {
			return "", errors.New("404")
		}
		pack, _ := stdlib.Pack()
		return pack, nil
	}}
	// Not an ImportError: the program must not go the way for a Python without the module.
	request := runtime.Request{Filename: "program.py", Source: "try:\n    import dataclasses\nexcept ImportError:\n    print('none')\nprint(dataclasses)\n"}
	failed := runtime.Run(request, hooks)
	assert.Equal(t, trace.StatusRaised, failed.Outcome.Status)
	told := failed.Text(failed.Outcome.Traceback)
	assert.Contains(t, told, "line 2")
	assert.Contains(t, told, "OSError: the library file with module 'dataclasses' could not be loaded: 404")

	broken = false
	assert.Equal(t, trace.StatusFinished, runtime.Run(request, hooks).Outcome.Status)
}

func TestADamagedPackIsAnErrorOfTheImport(t *testing.T) {
	for _, pack := range []string{"", "\x00dataclasses\x00cut off", "no mark"} {
		hooks := runtime.Hooks{LibraryPack: func() (string, error) { return pack, nil }}
		failed := runtime.Run(runtime.Request{Filename: "program.py", Source: "import dataclasses\n"}, hooks)
		assert.Contains(t, failed.Text(failed.Outcome.Traceback), "could not be loaded: it is damaged")
	}
}

func TestStopWhileThePackIsOnItsWayStopsTheRun(t *testing.T) {
	stop := errors.New("stopped")
	hooks := runtime.Hooks{
		Checkpoint:  func() error { return stop },
		LibraryPack: func() (string, error) { return "", stop },
	}
	source := "try:\n    import dataclasses\nfinally:\n    print('unwound')\nprint('went on')\n"
	stopped := runtime.Run(runtime.Request{Filename: "program.py", Source: source}, hooks)
	assert.Equal(t, trace.StatusStopped, stopped.Outcome.Status)
}
