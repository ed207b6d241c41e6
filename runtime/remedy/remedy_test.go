package remedy_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/trace"
)

const (
	mistakesDir = "../../app/lessons/mistakes"
	// fixedDir holds the programs as the fixes leave them, recorded from CPython like all programs there.
	fixedDir = "../../testdata/programs/fixed"
)

func fileOf(id remedy.ID) string { return strings.ReplaceAll(string(id), "-", "_") + ".py" }

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(text)
}

func run(source string, faults ...string) *trace.Trace {
	return runtime.Run(runtime.Request{Filename: "program.py", Source: source, Faults: faults,
		Limits: runtime.Limits{StepsMax: 2_000_000, EventsMax: 50_000}}, runtime.Hooks{})
}

func find(source string, faults ...string) []remedy.Finding {
	t := run(source, faults...)
	report := explain.Verdict(t, source)
	return remedy.Find(t, &report, source)
}

// TestEveryMistakeIsFoundAndItsFixRemovesIt: the example of each mistake is recognised first, the fix gives the program in
// testdata/programs/fixed, and that one has nothing wrong with it. ASYNCPLAY_UPDATE=1 writes these programs anew; then
// they must be recorded.
func TestEveryMistakeIsFoundAndItsFixRemovesIt(t *testing.T) {
	for _, id := range remedy.All() {
		t.Run(string(id), func(t *testing.T) {
			source := read(t, filepath.Join(mistakesDir, fileOf(id)))
			findings := find(source)
			require.NotEmpty(t, findings)
			found := findings[0]
			assert.Equal(t, id, found.ID)
			require.NotEmpty(t, found.Edits)
			fixed := found.Fixed(source)
			if os.Getenv("ASYNCPLAY_UPDATE") != "" {
				require.NoError(t, os.WriteFile(filepath.Join(fixedDir, fileOf(id)), []byte(fixed), 0o644))
			}
			assert.Equal(t, read(t, filepath.Join(fixedDir, fileOf(id))), fixed)
			after := run(fixed)
			assert.Equal(t, trace.StatusFinished, after.Outcome.Status, after.Text(after.Outcome.Text))
			report := explain.Verdict(after, fixed)
			assert.Equal(t, explain.SeverityQuiet, report.Severity)
			assert.Empty(t, remedy.Find(after, &report, fixed))
			for _, m := range []remedy.Message{found.Title, found.Why, found.Change} {
				assert.NotContains(t, words.Render(words.English, m), "?")
			}
		})
	}
}

func show(findings []remedy.Finding) string {
	var b strings.Builder
	for i := range findings {
		fmt.Fprintln(&b, findings[i].ID, words.Render(words.English, findings[i].Title))
	}
	return b.String()
}
