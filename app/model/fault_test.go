package model

import (
	"testing"

	"asyncplay/app/words"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFaultSpec(t *testing.T) {
	for name, c := range map[string]struct {
		fault Fault
		want  string
	}{
		"every visit":       {Fault{Line: 12, Exception: "RuntimeError", Message: "boom"}, `12:raise=RuntimeError("boom")`},
		"each task's nth":   {Fault{Line: 12, Exception: "RuntimeError", Message: "boom", Nth: 4}, `12:raise=RuntimeError("boom"):nth=4`},
		"one task":          {Fault{Line: 3, Exception: "OSError", Nth: 1, Task: "worker-1"}, `3:raise=OSError():nth=1:task=worker-1`},
		"nth of the run":    {Fault{Line: 3, Exception: "OSError", Nth: 2, OfRun: true}, `3:raise=OSError():nth=2:of=run`},
		"every third":       {Fault{Line: 3, Exception: "OSError", Every: 3, OfRun: true}, `3:raise=OSError():every=3:of=run`},
		"a task's odd name": {Fault{Line: 3, Kind: FaultNever, Task: `a:"b"`}, `3:never:task="a:\"b\""`},
		"cancel":            {Fault{Line: 3, Kind: FaultCancel, Exception: "OSError", Nth: 1}, `3:cancel:nth=1`},
		"delay":             {Fault{Line: 3, Kind: FaultDelay, Seconds: 0.25}, `3:delay=0.25`},
		"signal":            {Fault{Line: 3, Kind: FaultSignal, Signal: "SIGTERM"}, `3:signal=SIGTERM`},
		"status":            {Fault{Kind: FaultNetStatus, URL: " https://a.example/* ", Status: 500, Every: 2}, `net:https://a.example/* status=500 every=2`},
		"slow":              {Fault{Kind: FaultNetSlow, URL: "a.example", Seconds: 3, Task: "main", OfRun: true, Nth: 1}, `net:a.example latency=3 nth=1`},
		"silent":            {Fault{Kind: FaultNetSilent, URL: "POST a.example"}, `net:POST a.example fail=timeout`},
		"every has no of":   {Fault{Line: 3, Exception: "OSError", OfRun: true}, `3:raise=OSError()`},
		"quotes and lines":  {Fault{Line: 1, Exception: "ValueError", Message: "a \"b\"\\\n\x01"}, `1:raise=ValueError("a \"b\"\\\n\x01")`},
		"other scripts":     {Fault{Line: 1, Exception: "ValueError", Message: "失敗"}, `1:raise=ValueError("失敗")`},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, c.fault.Spec()) })
	}
}

func TestFaultNeedsAnExceptionsName(t *testing.T) {
	for _, good := range []string{"RuntimeError", "asyncio.CancelledError", "_E", "Ошибка"} {
		assert.True(t, Fault{Line: 1, Exception: good}.Valid(), good)
	}
	for _, bad := range []string{"", "1Error", "a b", "X()", "a.", ".a", "X:nth=1", "X\"", "__import__('os')"} {
		assert.False(t, Fault{Line: 1, Exception: bad}.Valid(), bad)
	}
}

func TestWhatARunCannotTakeIsNotValid(t *testing.T) {
	for _, f := range []Fault{
		{Line: 1, Kind: FaultDelay, Seconds: -1}, {Line: 1, Kind: FaultSignal, Signal: "KILL"}, {Kind: FaultNetStatus, URL: "a.example", Status: 99},
		{Kind: FaultNetStatus, Status: 200, URL: "no url"}, {Line: 0, Kind: FaultNever},
	} {
		assert.False(t, f.Valid(), f.Spec())
	}
	for _, f := range []Fault{
		{Line: 1, Kind: FaultDelay, Seconds: 1e-9}, {Line: 1, Kind: FaultSignal, Signal: "SIGINT"}, {Kind: FaultNetReset, URL: "*"}, {Kind: FaultNetDNS, URL: "/x"},
	} {
		assert.True(t, f.Valid(), f.Spec())
	}
}

func TestFaultsFollowTheirLine(t *testing.T) {
	const before = "a\nb\nc\nd\n"
	for name, c := range map[string]struct {
		after string
		line  int
		want  int
	}{
		"line added above":    {"x\na\nb\nc\nd\n", 3, 4},
		"line removed above":  {"b\nc\nd\n", 3, 2},
		"line added below":    {"a\nb\nc\nx\nd\n", 3, 3},
		"the line itself":     {"a\nb\ncc\nd\n", 3, 3},
		"indented with more":  {"a\n  b\n  c\nd\n", 3, 3},
		"moved down in edit":  {"a\nx\ny\nb\nc2\nd\n", 2, 4},
		"a line replaced":     {"a\nb\nz\nd\n", 3, 3},
		"the line removed":    {"a\nb\nd\n", 3, 0},
		"everything replaced": {"x\ny\nz\n", 3, 0},
		"everything removed":  {"", 3, 0},
	} {
		t.Run(name, func(t *testing.T) {
			move := newLineMove(before, c.after)
			assert.Equal(t, c.want, move.line(c.line))
		})
	}
}

func TestAnotherProgramPastedOverTheOldOneHasNoFaults(t *testing.T) {
	p, env := settled(t)
	p.OpenFault(0)
	p.RunEdited(p.Edited("import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n"))
	assert.Empty(t, env.take(t).request.Faults)
	assert.False(t, formOpen(p))
}

func TestGutterMakesAFaultAndOpensItsForm(t *testing.T) {
	p, env := settled(t)
	p.GutterClicked(14)
	assert.Equal(t, []string{`12:raise=RuntimeError("boom"):nth=4`, `14:raise=RuntimeError("boom")`}, env.take(t).request.Faults)
	require.True(t, formOpen(p))
	assert.Equal(t, 14, formFault(p).Line)

	p.GutterClicked(12)
	assert.Len(t, p.Current().Faults, 2, "a line that has one opens it")
	assert.Equal(t, 12, formFault(p).Line)
	p.GutterClicked(9999)
	assert.Len(t, p.Current().Faults, 2, "there is no such line")
}

func TestFaultForm(t *testing.T) {
	p, env := settled(t)
	p.OpenFault(0)
	for _, c := range []struct {
		field FaultField
		value string
		want  []string
	}{
		{FaultException, "ValueError", []string{`12:raise=ValueError("boom"):nth=4`}},
		{FaultMessage, "no", []string{`12:raise=ValueError("no"):nth=4`}},
		{FaultNumber, "2", []string{`12:raise=ValueError("no"):nth=2`}},
		{FaultTask, "worker-1", []string{`12:raise=ValueError("no"):nth=2:task=worker-1`}},
		{FaultCount, "run", []string{`12:raise=ValueError("no"):nth=2:task=worker-1:of=run`}},
		{FaultWhen, "every", []string{`12:raise=ValueError("no"):every=2:task=worker-1:of=run`}},
		{FaultWhen, "always", []string{`12:raise=ValueError("no"):task=worker-1`}},
		{FaultLine, "13", []string{`13:raise=ValueError("no"):task=worker-1`}},
		{FaultException, "not a name", nil},
	} {
		p.SetFault(c.field, c.value)
		request := env.answer(t, hungTrace())
		assert.Equal(t, c.want, request.Faults, "after %s=%q", c.field, c.value)
	}
	p.SetFault(FaultLine, "0")
	assert.Equal(t, 13, formFault(p).Line, "there is no line 0")
	assert.Empty(t, env.pending)
}

func TestFaultOfAnotherKind(t *testing.T) {
	p, env := settled(t)
	p.OpenFault(0)
	for _, c := range []struct {
		field FaultField
		value string
		want  string
	}{
		{FaultDoes, "delay", `12:delay=2:nth=4`},
		{FaultSeconds, "0.5", `12:delay=0.5:nth=4`},
		{FaultSeconds, "-1", ""},
		{FaultDoes, "status", ""},
		{FaultDoes, "signal", `12:signal=SIGINT:nth=4`},
		{FaultSignalIs, "SIGTERM", `12:signal=SIGTERM:nth=4`},
		{FaultSignalIs, "SIGKILL", ""},
		{FaultDoes, "never", `12:never:nth=4`},
		{FaultDoes, "cancel", `12:cancel:nth=4`},
		{FaultDoes, "", `12:raise=RuntimeError("boom"):nth=4`},
	} {
		p.SetFault(c.field, c.value)
		if c.want == "" {
			assert.Empty(t, env.pending, "%s=%q changes nothing", c.field, c.value)
			continue
		}
		assert.Equal(t, []string{c.want}, env.answer(t, hungTrace()).Faults)
	}
}

func TestFaultsOfTheNetwork(t *testing.T) {
	p, env := settled(t)
	assert.False(t, p.UsesNetwork())
	p.Current().setSource("import aiohttp\n\nURL = 'https://api.example/users'\n")
	assert.True(t, p.UsesNetwork())
	p.AddNetFault()
	f := formFault(p)
	require.NotNil(t, f)
	assert.Equal(t, []string{"net:api.example/* status=503"}, env.answer(t, hungTrace()).Faults)
	p.SetFault(FaultDoes, "slow")
	assert.Equal(t, []string{"net:api.example/* latency=2"}, env.answer(t, hungTrace()).Faults)
	p.SetFault(FaultLine, "1")
	p.SetFault(FaultDoes, "cancel")
	assert.Empty(t, env.pending, "it has no line, and none of a line's kinds")
	p.SetFault(FaultURL, "what is this")
	assert.Empty(t, env.answer(t, hungTrace()).Faults, "a run takes no URL like that")
	p.Current().setSource("print(1)\n")
	assert.Len(t, p.Current().Faults, 1, "an edit does not take it away")
	assert.Empty(t, p.Marks().Faults)
	assert.Equal(t, -1, p.Current().FaultAt(0))

	q := New(&fakeEnv{}, Options{Saved: p.Encode()})
	assert.Equal(t, p.Current().Faults, q.Current().Faults, "and a link keeps it")
}

func TestFaultSwitchAndRemoval(t *testing.T) {
	p, env := settled(t)
	p.ToggleFault(0)
	assert.Empty(t, env.answer(t, fineTrace()).Faults)
	assert.Equal(t, MarkFault{Line: 12, On: false, Chip: "4th visit"}, p.Marks().Faults[0])
	p.ToggleFault(0)
	assert.Len(t, env.answer(t, hungTrace()).Faults, 1)
	p.RemoveFault(0)
	assert.Empty(t, env.answer(t, fineTrace()).Faults)
	assert.Empty(t, p.Current().Faults)
	p.RemoveFault(7)
	p.ToggleFault(-1)
	assert.Empty(t, env.pending)
}

func TestFaultWords(t *testing.T) {
	assert.Equal(t, "on each task's 4th visit", (&Fault{Nth: 4}).WhenText(0))
	assert.Equal(t, "on each task's every 3rd visit", (&Fault{Every: 3}).WhenText(0))
	assert.Equal(t, "on every 3rd request", (&Fault{Kind: FaultNetDNS, Every: 3}).WhenText(0))
	assert.Equal(t, "line 3 comes 0.5 s later", (&Fault{Kind: FaultDelay, Line: 3, Seconds: 0.5}).Sentence(0))
	assert.Equal(t, "+0.5 s · every 3rd visit", (&Fault{Kind: FaultDelay, Seconds: 0.5, Every: 3}).Chip(0))
	assert.Equal(t, "SIGINT", (&Fault{Kind: FaultSignal, Signal: "SIGINT"}).Chip(0))
	assert.Equal(t, "on every visit", (&Fault{}).WhenText(0))
	assert.Equal(t, "on the 2nd visit", (&Fault{Nth: 2, OfRun: true}).WhenText(0))
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 112: "112th"} {
		assert.Equal(t, want, ordinal(words.English, n))
	}
}

func TestAFaultIsReadAsItIsWritten(t *testing.T) {
	for _, spec := range []string{
		`13:raise=RuntimeError("no")`, `13:raise=ValueError():nth=4`, `2:raise=asyncio.TimeoutError("a;b"):every=3:task=w1:of=run`,
		`5:cancel`, `5:delay=2.5:nth=2`, `5:never`, `5:signal=SIGINT`, `net:api.example/* status=503 nth=2`, `net:* latency=1.5 every=2`,
		`net:* fail=refused`,
	} {
		f, err := ParseFault(spec)
		require.NoError(t, err, spec)
		assert.Equal(t, spec, f.Spec())
	}
	f, err := ParseFault(`13:raise=RuntimeError('no')`)
	require.NoError(t, err)
	assert.Equal(t, `13:raise=RuntimeError("no")`, f.Spec())
	for _, spec := range []string{"", "raise", "x:raise", "3:explode", "net:", "net:* body=x"} {
		_, err := ParseFault(spec)
		assert.Error(t, err, spec)
	}
}
