package model

import (
	"os"
	"strings"
	"testing"

	"asyncplay/runtime"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestALinkOfVersion1WithModulesAndAView(t *testing.T) {
	hash, err := os.ReadFile("testdata/links/modules_and_view.v1.txt")
	require.NoError(t, err)
	env := &fakeEnv{}
	p := New(env, Options{Link: &Link{Text: unpackHash(t, strings.TrimSpace(string(hash)))}})
	assert.Equal(t, []string{"no fix", "finally around get()", "finally after get()", "prog.py", "helper.py (module)"}, tabNames(p))
	assert.Equal(t, 3, p.Active)
	assert.Equal(t, []Fault{{Line: 8, Exception: "RuntimeError", Message: `壊れた "quoted"`, Nth: 2}}, p.Current().Faults)
	assert.EqualValues(t, 137, p.Seed)
	assert.Equal(t, PanelEvents, p.Panel)
	request := env.take(t).request
	require.Len(t, request.Modules, 1)
	run := runtime.Run(request, runtime.Hooks{})
	p = New(env, Options{Link: &Link{Text: unpackHash(t, strings.TrimSpace(string(hash)))}})
	env.answer(t, run)
	assert.Equal(t, AxisSteps, p.Play.Axis)
	assert.Equal(t, 18, p.Play.Event)
	assert.Equal(t, 2.0, p.Play.Seconds)
	from, to := p.Window.Range()
	assert.InDelta(t, 0.485437, from, 1e-6)
	assert.InDelta(t, 0.985437, to, 1e-6)
	assert.EqualValues(t, 2, p.Selected)
}

func TestALinkOfVersion1WithAFaultInAModule(t *testing.T) {
	hash, err := os.ReadFile("testdata/links/module_fault.v1.txt")
	require.NoError(t, err)
	env := &fakeEnv{}
	p := New(env, Options{Link: &Link{Text: unpackHash(t, strings.TrimSpace(string(hash)))}})
	request := env.pending[0].request
	assert.Equal(t, []string{"10:delay=0.5", `helper.py:5:raise=OSError("down"):nth=2`}, request.Faults)
	run := runtime.Run(request, runtime.Hooks{})
	env.answer(t, run)
	assert.Equal(t, 1, p.FaultHits(0))
	assert.Equal(t, 1, p.FaultHits(1))
	var printed strings.Builder
	for _, line := range p.Console() {
		printed.WriteString(line.Text)
		printed.WriteByte('|')
	}
	assert.Equal(t, "0 0|1 OSError('down')|2 4|", printed.String())
}
