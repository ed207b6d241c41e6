package runtime_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/trace/eventtext"
)

// TestEventOrder compares the record of runs, step by step, with what CPython's own
// asyncio did (testdata/record_events.py).
func TestEventOrder(t *testing.T) {
	files, err := filepath.Glob(programsDir + "/*/*.events")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), programsDir+"/"), ".events")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			got := runProgram(t, strings.TrimSuffix(file, ".events")+".py")
			wantLines := strings.Split(strings.TrimSuffix(string(want), "\n"), "\n")
			eventtext.OrderCancels(wantLines)
			gotLines := eventtext.Lines(got.trace)
			eventtext.OrderCancels(gotLines)
			assert.Empty(t, firstDifference("events", strings.Join(wantLines, "\n")+"\n", strings.Join(gotLines, "\n")+"\n"))
		})
	}
}
