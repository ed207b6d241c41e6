package model

import (
	"math"
	"os"
	"strings"
	"testing"

	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/sweep"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sweepEnv runs what it is asked for with the real engine, when the test says so.
type sweepEnv struct {
	fakeEnv
	jobs    []sweep.Job
	work    []func()
	atOnce  int // cells of a job
	stopped int
}

func (e *sweepEnv) Run(r runtime.Request, _ func(Progress), done func(*trace.Trace, error)) func() {
	e.work = append(e.work, func() { done(runtime.Run(r, runtime.Hooks{}), nil) })
	return func() {}
}

func (e *sweepEnv) Sweep(j sweep.Job, done func([]sweep.Cell, error)) func() {
	e.jobs = append(e.jobs, j)
	e.work = append(e.work, func() {
		left := e.atOnce
		done(j.Run(runtime.Hooks{}, func() bool { left--; return left > 0 }), nil)
	})
	return func() { e.stopped++ }
}

func (e *sweepEnv) Glance(r runtime.Request, done func(*trace.Trace, error)) func() {
	e.work = append(e.work, func() { done(runtime.Run(r, runtime.Hooks{}), nil) })
	return func() { e.stopped++ }
}

// step answers the oldest request.
func (e *sweepEnv) step(t *testing.T) {
	t.Helper()
	require.NotEmpty(t, e.work)
	next := e.work[0]
	e.work = e.work[1:]
	next()
}

func (e *sweepEnv) all(t *testing.T) {
	t.Helper()
	for len(e.work) > 0 {
		e.step(t)
	}
}

// exploring is a playground whose many runs are all there.
func exploring(t *testing.T) (*Playground, *sweepEnv) {
	t.Helper()
	env := &sweepEnv{atOnce: 50}
	p := New(env, Options{ReducedMotion: true})
	env.all(t)
	p.ShowMode(ModeExplore)
	env.all(t)
	require.True(t, p.Explored().Complete())
	return p, env
}

// chosen is the cell that is looked at, by names.
func chosen(p *Playground) [3]string {
	plan := p.Explored().Plan
	variant, row, column := plan.At(p.ChosenCell())
	return [3]string{plan.Spec.Variants[variant].Name, plan.Rows[row].Key(), plan.Columns[column].Value}
}

func TestExploringRunsTheFirstExampleForEveryKnobAndFault(t *testing.T) {
	p, env := exploring(t)
	r := p.Explored()
	assert.Equal(t, 3*9*8, r.Plan.Size())
	assert.Equal(t, 3*9*8, r.Runs())
	assert.Greater(t, len(env.jobs), 4, "in pieces")
	assert.Equal(t, [3]string{"no fix", "raise:await asyncio.sleep(seconds)", "3"}, chosen(p), "the run that was on the screen")
	assert.Equal(t, 11, r.Cells[p.ChosenCell()].Count)
	run, lanes := p.ChosenRun()
	require.NotNil(t, run)
	assert.Equal(t, 4, lanes)
	assert.Equal(t, OutcomeHung, run.Outcome())
	assert.Equal(t, []int{2}, r.Best())
	assert.Equal(t, 2, p.BetterVariant())
	assert.Equal(t, "on each task's 4th visit", p.SweepWhen())
}

func TestASweepStopsWhenNobodyLooksAndGoesOnLater(t *testing.T) {
	env := &sweepEnv{atOnce: 10}
	p := New(env, Options{ReducedMotion: true})
	env.all(t)
	p.ShowMode(ModeExplore)
	env.step(t) // the chosen run
	env.step(t)
	require.Len(t, p.Explored().Cells, 10)
	p.ShowMode(ModePlay)
	assert.Equal(t, 1, env.stopped)
	env.all(t)
	assert.Len(t, p.Explored().Cells, 10, "an answer that comes late is not taken")
	jobs := len(env.jobs)
	p.ShowMode(ModeExplore)
	require.Len(t, env.jobs, jobs+1)
	assert.Equal(t, 10, env.jobs[jobs].From)
	p.ShowMode(ModeCompare)
	p.ShowMode(ModeExplore)
	env.all(t)
	assert.True(t, p.Explored().Complete())
}

func TestAChangeOfTheProgramSweepsAnew(t *testing.T) {
	p, env := exploring(t)
	seq := p.ExploreSeq()
	p.SetKnob("WORKERS", "5")
	env.all(t)
	assert.Equal(t, seq, p.ExploreSeq(), "the columns' own knob changes none of the runs")
	assert.Equal(t, "5", chosen(p)[2])
	p.SetKnob("ITEMS", "7")
	env.all(t)
	assert.Greater(t, p.ExploreSeq(), seq)
	assert.True(t, p.Explored().Complete())
	assert.Equal(t, []sweep.Kind{sweep.Finished, sweep.Died}, []sweep.Kind{p.Explored().Cell(0, 0, 0).Kind, p.Explored().Cell(1, 0, 0).Kind})
}

func TestAnExploredRunOpensWithItsKnobAndItsFaultAndUndoTakesItBack(t *testing.T) {
	p, env := exploring(t)
	before := p.Programs()
	plan := p.Explored().Plan
	p.ChooseCell(plan.Index(2, plan.RowOf("cancel:await asyncio.sleep(seconds)"), 1))
	env.all(t)
	assert.Equal(t, [3]string{"finally after get()", "cancel:await asyncio.sleep(seconds)", "2"}, chosen(p))
	shown, _ := p.ChosenRun()
	seq := p.ExploreSeq()

	p.OpenExplored()
	env.all(t)
	assert.Equal(t, ModePlay, p.Mode)
	assert.Equal(t, 2, p.Active)
	for i, line := range []int{12, 13, 13} {
		assert.Contains(t, p.Variants[i].Source, "WORKERS = 2 ")
		require.Len(t, p.Variants[i].Faults, 1)
		f := p.Variants[i].Faults[0]
		assert.Equal(t, []any{FaultCancel, line, 4}, []any{f.Kind, f.Line, f.Nth})
	}
	assert.Equal(t, shown.Trace.Events, p.Run().Trace.Events, "it is the run that was looked at")
	assert.Equal(t, p.Run().Last(), p.Play.Event)

	p.ShowMode(ModeExplore)
	env.all(t)
	assert.Equal(t, seq, p.ExploreSeq(), "back among the same runs")
	assert.True(t, p.Undo())
	env.all(t)
	assert.Equal(t, before, p.Programs(), "in one step")

	p.ChooseCell(p.Explored().Plan.Index(0, 0, 2))
	p.OpenExplored()
	env.all(t)
	require.Len(t, p.Current().Faults, 1)
	assert.True(t, p.Current().Faults[0].Off, "without a fault those that there are are off")
	assert.Equal(t, OutcomeFine, p.Current().Outcome())
}

func TestAnExploredRunIsComparedWithTheBestVariant(t *testing.T) {
	p, env := exploring(t)
	plan := p.Explored().Plan
	p.ChooseCell(plan.Index(1, 0, 3))
	env.all(t)
	p.CompareExplored()
	env.all(t)
	assert.Equal(t, ModeCompare, p.Mode)
	assert.Equal(t, []int{1, 2}, []int{p.Active, p.Other})
	assert.Contains(t, p.Current().Source, "WORKERS = 4 ")
	c := p.Comparison()
	require.NotNil(t, c)
	assert.Equal(t, OutcomeTrouble, c.A.Variant.Outcome())
	assert.Equal(t, OutcomeFine, c.B.Variant.Outcome())
}

func TestChoicesChangeRowsAndColumns(t *testing.T) {
	p, env := exploring(t)
	p.ChooseSweep("function", "main")
	env.all(t)
	plan := p.Explored().Plan
	assert.GreaterOrEqual(t, plan.RowOf("cancel:await queue.join()"), 0)
	assert.Equal(t, sweep.OwnFaults, plan.Rows[1].Action, "the fault in the other function is a row of its own")
	p.ChooseSweep("knob", sweep.SeedKnob)
	p.ChooseSweep("when", sweep.Always)
	env.all(t)
	plan = p.Explored().Plan
	assert.Equal(t, sweep.SeedKnob, plan.Knob)
	assert.Equal(t, "on every visit", p.SweepWhen())
	p.ChooseCell(plan.Index(0, 0, 6))
	p.OpenExplored()
	assert.Contains(t, p.Current().Source, "SEED = 7 ")
	var what []string
	for _, c := range p.SweepChoices() {
		what = append(what, c.What)
		assert.Len(t, c.Texts, len(c.Values))
	}
	assert.Equal(t, []string{"function", "when", "knob"}, what)
}

func TestTheViewOfManyRunsSurvivesInALink(t *testing.T) {
	p, env := exploring(t)
	plan := p.Explored().Plan
	p.ChooseSweep("when", "nth=2")
	env.all(t)
	p.ChooseCell(plan.Index(1, 4, 6))
	env.all(t)
	want := chosen(p)

	again := &sweepEnv{atOnce: 500}
	q := New(again, Options{ReducedMotion: true, Saved: p.Encode()})
	again.all(t)
	assert.Equal(t, ModeExplore, q.Mode)
	assert.Equal(t, want, chosen(q))
	assert.Equal(t, "on each task's 2nd visit", q.SweepWhen())
	assert.Equal(t, p.Explored().Cells, q.Explored().Cells)

	for _, bad := range []string{`"variant":-1`, `"row":"` + strings.Repeat("x", 3000) + `"`} {
		text := strings.Replace(p.Encode(), `"explore":{`, `"explore":{`+bad+`,`, 1)
		text = strings.Replace(text, `"variant":1,"row"`, `"ro"`, 1)
		q = New(&sweepEnv{}, Options{ReducedMotion: true, Saved: text})
		assert.Equal(t, ModePlay, q.Mode, bad)
	}
	q = New(again, Options{ReducedMotion: true, Saved: strings.Replace(p.Encode(), `"variant":1`, `"variant":99`, 1)})
	again.all(t)
	assert.Equal(t, "finally after get()", chosen(q)[0], "a variant that is not there is the last one")
}

func TestWithoutRoomForManyRunsThereIsNoViewOfThem(t *testing.T) {
	p, _ := newPlayground(t)
	p.ShowMode(ModeExplore)
	assert.Equal(t, ModePlay, p.Mode)
}

func TestProgramsOfEveryKindCanBeExplored(t *testing.T) {
	for name, source := range map[string]string{
		"empty": "", "syntax error": "def (", "no function": "print(1)\n", "loops for ever": "async def f():\n    pass\nwhile True: pass\n",
		"no knob": "import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n",
	} {
		p, env := exploring(t)
		p.Variants = p.Variants[:1]
		p.RunEdited(p.Edited(source))
		env.all(t)
		r := p.Explored()
		require.NotNil(t, r, name)
		assert.True(t, r.Complete(), name)
		assert.GreaterOrEqual(t, r.Plan.Size(), 1, name)
		assert.NotEmpty(t, p.MatrixFrame(), name)
		var d DrawList
		DrawMakespans(&d, r, "", 400, 0, words.English)
		p.OpenExplored()
	}
}

func TestTheKeysOfTheViewOfManyRuns(t *testing.T) {
	p, env := exploring(t)
	assert.True(t, p.Press(Key{Name: "2"}, false))
	env.all(t)
	assert.Equal(t, "finally around get()", chosen(p)[0], "a digit goes to the same cell of a variant")
	assert.True(t, p.Press(Key{Name: "e"}, false))
	assert.Equal(t, ModePlay, p.Mode)
	assert.True(t, p.Press(Key{Name: "e"}, false))
	assert.Equal(t, ModeExplore, p.Mode)
}

func TestTheChartHasALineForAllVariantsThatTakeTheSameTime(t *testing.T) {
	p, _ := exploring(t)
	r := p.Explored()
	lines := Makespans(r)
	require.Len(t, lines, 1)
	assert.Equal(t, "no fix, finally around get(), finally after get()", lines[0].Names)
	assert.InDelta(t, 8.39, lines[0].Seconds[0], 0.01)
	seconds, among, ok := Shared(r, &lines[0])
	require.True(t, ok)
	assert.Equal(t, lines[0].Seconds[0], seconds)
	assert.Equal(t, 8.0, among[7])
	assert.Contains(t, MakespanText(r, "WORKERS"), "WORKERS 1: 8.388 s; ")

	r.Cells[r.Plan.Index(2, 0, 4)] = sweep.Cell{Kind: sweep.Hung}
	lines = Makespans(r)
	require.Len(t, lines, 2)
	assert.True(t, math.IsNaN(lines[1].Seconds[4]))
	var d DrawList
	DrawMakespans(&d, r, "WORKERS", 560, 2, words.English)
	texts := strings.Split(d.Strings(), "\x00")
	assert.Contains(t, texts, "8.39 s")
	assert.Contains(t, texts, "finally after get()", "two lines have names")
}

func TestCellsSayWhatTheyMean(t *testing.T) {
	p, _ := exploring(t)
	assert.Contains(t, p.MatrixFrame(), `["raise before","print(…)","print(f\"{name} worked for {seconds:.2f} s\")"]`)
	assert.Contains(t, p.MatrixCells(0), "[\"hung\",\"17\",false,\"`join()` will never return: 17 items never marked done\"]")
	for _, c := range []struct {
		cell        sweep.Cell
		text, words string
	}{
		{sweep.Cell{Kind: sweep.Finished}, "✓", "finished cleanly"},
		{sweep.Cell{Kind: sweep.Died, Count: 1}, "×1", "finished, 1 task died with an exception"},
		{sweep.Cell{Kind: sweep.Hung, Count: 2, Items: true}, "2", "hung, 2 items never marked done"},
		{sweep.Cell{Kind: sweep.Hung, Count: 1}, "1", "hung, 1 task waits for ever"},
		{sweep.Cell{Kind: sweep.Raised}, "!", "ended with an exception"},
		{sweep.Cell{Kind: sweep.Limit}, "…", "used up what one run may use"},
		{sweep.Cell{}, "", "This variant has no such statement."},
	} {
		assert.Equal(t, c.text, CellText(&c.cell))
		assert.Equal(t, c.words, p.CellWords(&c.cell))
	}
}

func TestALinkOfVersion1ToACellOfManyRuns(t *testing.T) {
	hash, err := os.ReadFile("testdata/links/explore.v1.txt")
	require.NoError(t, err)
	env := &sweepEnv{atOnce: 500}
	p := New(env, Options{Link: &Link{Text: unpackHash(t, strings.TrimSpace(string(hash)))}})
	env.all(t)
	assert.Equal(t, ModeExplore, p.Mode)
	assert.Equal(t, [3]string{"finally around get()", "raise:await asyncio.sleep(seconds)", "5"}, chosen(p))
	assert.Equal(t, "on each task's 2nd visit", p.SweepWhen())
	assert.Equal(t, sweep.Died, p.Explored().Cells[p.ChosenCell()].Kind)
}
