//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func explore(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = command(append([]string{"explore"}, args...), strings.NewReader(""), &out, &err)
	return status, out.String(), err.String()
}

var queueScripts = []string{
	"../../app/lessons/queue/no_fix.py", "../../app/lessons/queue/finally_around_get.py", "../../app/lessons/queue/finally_after_get.py",
}

func TestExplorePrintsAMatrixForEachVariant(t *testing.T) {
	status, out, errs := explore(append([]string{"--fault", `12:raise=RuntimeError("boom"):nth=4`}, queueScripts...)...)
	require.Equal(t, 0, status, errs)
	for _, line := range []string{
		"no_fix: 12 of 72 runs finish cleanly",
		"WORKERS                                        1      2      3      4      5      6      7      8",
		"raise before await asyncio.sleep(seconds)    ∞17    ∞14    ∞11     ∞8     ∞5     ∞2     ∞3     ∞2",
		"no fault                                      ×1     ×2     ×3     ×4     ×5     ×6     ×7     ×8",
		"raise before print(…)                          ✓      ✓      ✓      ✓      ✓      ✓      ✓      ✓",
	} {
		assert.Contains(t, out, line+"\n")
	}
}

func TestExploreSaysEverythingAsJSON(t *testing.T) {
	status, out, errs := explore("--json", "--knob", "ITEMS", "--when", "nth=2", "--set", "WORKERS=1", queueScripts[0])
	require.Equal(t, 0, status, errs)
	var result struct {
		Knob, Function, When string
		Columns              []string
		Rows                 []struct{ Action, Code string }
		Variants             []struct {
			Name  string
			Cells [][]struct {
				Kind, Verdict string
				Count, Struck int
				Faults        []string
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &result))
	assert.Equal(t, []string{"ITEMS", "worker", "nth=2"}, []string{result.Knob, result.Function, result.When})
	require.Len(t, result.Columns, 12)
	cell := result.Variants[0].Cells[2][0]
	assert.Equal(t, "finished", cell.Kind)
	assert.Zero(t, cell.Struck, "with one item there is no second one")
	cell = result.Variants[0].Cells[2][11]
	assert.Equal(t, "hung", cell.Kind)
	assert.Equal(t, 39, cell.Count)
	assert.Equal(t, "`join()` will never return: 39 items never marked done", cell.Verdict)
	assert.Equal(t, []string{`12:raise=RuntimeError("boom"):nth=2`}, cell.Faults)
}

func TestExploreRefusesWhatIsNotThere(t *testing.T) {
	for _, c := range []struct{ args, says string }{
		{"", "no script given"},
		{"missing.py", "no such file"},
		{"--knob SEED " + queueScripts[0], "WORKERS, ITEMS, random.seed"},
		{"--function nobody " + queueScripts[0], "worker, main"},
		{"--fault 12:explode " + queueScripts[0], "unknown action"},
		{"--when tomorrow " + queueScripts[0], "unknown option"},
		{"--set NO=1 " + queueScripts[0], "NO"},
	} {
		status, _, errs := explore(strings.Fields(c.args)...)
		assert.Equal(t, statusUsage, status, c.args)
		assert.Contains(t, errs, c.says, c.args)
	}
}
