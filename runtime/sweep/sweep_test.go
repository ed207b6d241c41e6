package sweep_test

import (
	"os"
	"strconv"
	"testing"

	"asyncplay/runtime"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/sweep"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// queueSpec is the first example of the page: three variants, a fault on each worker's fourth item.
func queueSpec(t *testing.T) sweep.Spec {
	t.Helper()
	spec := sweep.Spec{Like: `12:raise=RuntimeError("boom"):nth=4`}
	for _, name := range []string{"no_fix", "finally_around_get", "finally_after_get"} {
		source, err := os.ReadFile("../../app/lessons/queue/" + name + ".py")
		require.NoError(t, err)
		v := sweep.Variant{Name: name, Source: string(source), Faults: []string{`13:raise=RuntimeError("boom"):nth=4`}}
		if name == "no_fix" {
			v.Faults = []string{spec.Like}
		}
		spec.Variants = append(spec.Variants, v)
	}
	return spec
}

func swept(plan *sweep.Plan) *sweep.Results {
	r := &sweep.Results{Plan: plan}
	for i := range plan.Size() {
		cell, _ := plan.Run(i, runtime.Hooks{})
		r.Cells = append(r.Cells, cell)
	}
	return r
}

// shapes are the cells of a row as one sees them.
func shapes(r *sweep.Results, variant, row int) []string {
	var shown []string
	for column := range r.Plan.Columns {
		c := r.Cell(variant, row, column)
		shown = append(shown, map[sweep.Kind]string{sweep.Finished: "ok", sweep.Died: "x", sweep.Hung: "", sweep.Raised: "!", sweep.Limit: "limit", sweep.Empty: "-"}[c.Kind])
		if c.Count > 0 {
			shown[column] += strconv.Itoa(c.Count)
		}
	}
	return shown
}

func TestTheFirstExampleTellsWhereAWorkerMayFail(t *testing.T) {
	plan := sweep.New(queueSpec(t), nil)
	assert.Equal(t, "WORKERS", plan.Knob)
	assert.Equal(t, []string{"WORKERS", "ITEMS", sweep.SeedKnob}, plan.Knobs)
	assert.Equal(t, "worker", plan.Function)
	assert.Equal(t, "nth=4", plan.When)
	var keys []string
	for i := range plan.Rows {
		keys = append(keys, plan.Rows[i].Key())
	}
	assert.Equal(t, []string{
		"none:", "raise:seconds = await queue.get()", "raise:await asyncio.sleep(seconds)", `raise:print(f"{name} worked for {seconds:.2f} s")`,
		"raise:queue.task_done()", "cancel:seconds = await queue.get()", "cancel:await asyncio.sleep(seconds)",
		"never:seconds = await queue.get()", "never:await asyncio.sleep(seconds)",
	}, keys, "the program's own fault is one of the rows")

	const noFix, around, after = 0, 1, 2
	r := swept(plan)
	sleep := plan.RowOf("raise:await asyncio.sleep(seconds)")
	assert.Equal(t, []string{"ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"}, shapes(r, noFix, 0))
	assert.Equal(t, []string{"17", "14", "11", "8", "5", "2", "3", "2"}, shapes(r, noFix, sleep))
	assert.Equal(t, []string{"x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"}, shapes(r, around, 0), "the workers die even without a fault")
	assert.Equal(t, []string{"ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"}, shapes(r, after, sleep))
	assert.Equal(t, []string{"16", "12", "8", "4", "ok", "ok", "ok", "ok"}, shapes(r, after, plan.RowOf("cancel:await asyncio.sleep(seconds)")))
	hang := r.Cell(noFix, sleep, 2)
	assert.True(t, hang.Items)
	assert.Equal(t, explain.JoinNeverReturns, hang.ID)
	assert.Equal(t, 3, hang.Struck, "once in each worker")

	assert.Equal(t, []int{after}, r.Best())
	assert.Equal(t, []int{sleep, sleep + 1}, r.OnlyRows(after), "when the sleep or the print raises")
	assert.Empty(t, r.OnlyRows(noFix))
	assert.Equal(t, after, r.Better(noFix, sleep, 2))
	assert.Equal(t, around, r.Better(after, sleep, 2))
}

func TestACellIsWhatTheRunAndItsVerdictSay(t *testing.T) {
	plan := sweep.New(queueSpec(t), nil)
	for i := range plan.Size() {
		variant, row, column := plan.At(i)
		require.Equal(t, i, plan.Index(variant, row, column))
		source, err := runtime.SetParam(plan.Spec.Variants[variant].Source, "WORKERS", strconv.Itoa(column+1))
		require.NoError(t, err)
		run := runtime.Run(runtime.Request{Filename: "main.py", Source: source, Faults: plan.Rows[row].Faults[variant]}, runtime.Hooks{})
		verdict := explain.Verdict(run, source)
		cell, ok := plan.Run(i, runtime.Hooks{})
		require.True(t, ok)
		assert.Equal(t, verdict.ID, cell.ID)
		assert.Equal(t, verdict.Title, cell.Title)
		assert.InDelta(t, run.Events[len(run.Events)-1].Time, cell.Seconds, 1e-12)
		switch cell.Kind {
		case sweep.Hung:
			assert.Equal(t, trace.StatusHung, run.Outcome.Status)
			assert.Equal(t, verdict.Facts.Unfinished, cell.Count)
		case sweep.Died:
			assert.Equal(t, trace.StatusFinished, run.Outcome.Status)
			assert.Equal(t, verdict.Facts.Raised, cell.Count)
		default:
			assert.Equal(t, sweep.Finished, cell.Kind)
			assert.Equal(t, trace.StatusFinished, run.Outcome.Status)
			assert.Zero(t, verdict.Facts.Raised)
		}
	}
}

func TestAJobRunsThePlanInPieces(t *testing.T) {
	spec := queueSpec(t)
	plan := sweep.New(spec, nil)
	spec.Function = plan.Function
	whole := swept(plan)
	var cells []sweep.Cell
	for len(cells) < plan.Size() {
		request, err := sweep.EncodeJob(sweep.Job{Spec: spec, From: len(cells)})
		require.NoError(t, err)
		job, ok, err := sweep.DecodeJob(request)
		require.NoError(t, err)
		require.True(t, ok)
		left := 25
		data, err := sweep.EncodeCells(job.Run(runtime.Hooks{}, func() bool { left--; return left > 0 }))
		require.NoError(t, err)
		some, err := sweep.DecodeCells(data)
		require.NoError(t, err)
		require.NotEmpty(t, some)
		require.LessOrEqual(t, len(some), 25)
		cells = append(cells, some...)
	}
	assert.Equal(t, whole.Cells, cells)
	request, err := runtime.EncodeRequest(runtime.Request{Source: "sweep"})
	require.NoError(t, err)
	_, ok, _ := sweep.DecodeJob(request)
	assert.False(t, ok, "a run is no job")
}

// one is the plan of a single program.
func one(source string, spec sweep.Spec) *sweep.Plan {
	spec.Variants = []sweep.Variant{{Source: source}}
	return sweep.New(spec, nil)
}

func columns(p *sweep.Plan) (values []string) {
	for _, c := range p.Columns {
		values = append(values, c.Value)
	}
	return values
}

func TestColumnsAreTheValuesOfAKnob(t *testing.T) {
	for _, c := range []struct {
		source, knob string
		want         []string
	}{
		{"N = 3 #@param {type:\"slider\", min:1, max:5}\n", "", []string{"1", "2", "3", "4", "5"}},
		{"N = 15 #@param {type:\"slider\", min:1, max:40}\n", "", []string{"1", "5", "8", "12", "15", "19", "22", "26", "29", "33", "36", "40"}},
		{"N = 16 #@param {type:\"slider\", min:1, max:40}\n", "", []string{"1", "5", "8", "12", "16", "19", "22", "26", "29", "33", "36", "40"}},
		{"T = 0.5 #@param {type:\"slider\", min:0.25, max:1, step:0.25}\n", "", []string{"0.25", "0.50", "0.75", "1.00"}},
		{"N = 3 #@param {type:\"number\"}\n", "", []string{""}},
		{"import random\n", "", []string{"1", "2", "3", "4", "5", "6", "7", "8"}},
		{"SEED = 42 #@param {type:\"number\"}\n", "", []string{"1", "2", "3", "4", "5", "6", "7", "8"}},
		{"A = 1 #@param {type:\"slider\", min:1, max:2}\nB = 2 #@param {type:\"slider\", min:1, max:3}\n", "B", []string{"1", "2", "3"}},
		{"pass\n", "", []string{""}},
	} {
		assert.Equal(t, c.want, columns(one(c.source, sweep.Spec{Knob: c.knob})), c.source)
	}
	seeds := one("import random\nrandom.random()\n", sweep.Spec{})
	r, ok := seeds.Request(0, 0, 4)
	require.True(t, ok)
	assert.Equal(t, int64(5), r.Seed)
	seeds = one("SEED = 42 #@param {type:\"number\"}\n", sweep.Spec{})
	r, _ = seeds.Request(0, 0, 4)
	assert.Contains(t, r.Source, "SEED = 5 #@param")
}

const twoFunctions = `import asyncio

class Pool:
    async def work(self, n):
        """Doc."""
        try:
            x = 1; y = 2
            async with asyncio.timeout(5):
                await asyncio.sleep(n)
            await asyncio.sleep(n)
            await asyncio.sleep(n)
        except ValueError:
            print("after an error")
        return

async def main():
    pool = Pool()
    await asyncio.gather(pool.work(1), pool.work(2))

asyncio.run(main())
`

func TestRowsAreTheStatementsOfTheFunctionThatMostTasksRun(t *testing.T) {
	p := one(twoFunctions, sweep.Spec{})
	assert.Equal(t, []string{"Pool.work", "main"}, p.Functions)
	assert.Equal(t, "Pool.work", p.Function)
	assert.Equal(t, []string{`9:raise=RuntimeError("boom"):nth=1`}, p.Rows[p.RowOf("raise:await asyncio.sleep(n)")].Faults[0])
	assert.Equal(t, []string{`11:cancel:nth=1`}, p.Rows[p.RowOf("cancel:await asyncio.sleep(n)\n\n")].Faults[0], "the third of the same")
	assert.Equal(t, []string{`8:never:nth=1`}, p.Rows[p.RowOf("never:async with asyncio.timeout(5)")].Faults[0])
	assert.GreaterOrEqual(t, p.RowOf("raise:x = 1"), 0)
	for _, absent := range []string{"raise:y = 2", `raise:print("after an error")`, `raise:"""Doc."""`, "raise:return", "cancel:x = 1"} {
		assert.Equal(t, -1, p.RowOf(absent), absent)
	}
	assert.Equal(t, "main", one(twoFunctions, sweep.Spec{Function: "main"}).Function)
	assert.Equal(t, "main", one(twoFunctions, sweep.Spec{Like: "18:cancel"}).Function, "where the fault is")
	like := one(twoFunctions, sweep.Spec{Like: `9:raise=ValueError("a:b"):every=2:of=run:task=Task-2`})
	assert.Equal(t, []string{`10:raise=ValueError("a:b"):every=2:of=run:task=Task-2`}, like.Rows[like.RowOf("raise:await asyncio.sleep(n)\n")].Faults[0])
	like = one(twoFunctions, sweep.Spec{Like: "9:delay=3", When: "nth=2"})
	assert.Equal(t, []string{`9:raise=RuntimeError("boom"):nth=2`}, like.Rows[like.RowOf("raise:await asyncio.sleep(n)")].Faults[0])
	always := one(twoFunctions, sweep.Spec{Like: "9:cancel"})
	assert.Equal(t, sweep.Always, always.When)
	assert.Equal(t, []string{"9:cancel"}, always.Rows[always.RowOf("cancel:await asyncio.sleep(n)")].Faults[0])
}

func TestAVariantWithoutTheStatementHasAnEmptyCell(t *testing.T) {
	p := sweep.New(sweep.Spec{Variants: []sweep.Variant{
		{Source: "async def f():\n    a()\n    b()\n"}, {Source: "async def f():\n    a()\n    c()\n    b()\n"}, {Source: "def ("},
	}}, nil)
	var codes []string
	for i := range p.Rows[1:] {
		codes = append(codes, p.Rows[i+1].Code)
	}
	assert.Equal(t, []string{"a()", "c()", "b()"}, codes, "in the order of the text")
	_, ok := p.Request(0, 2, 0)
	assert.False(t, ok)
	cell, ok := p.Run(p.Index(0, 2, 0), runtime.Hooks{})
	assert.True(t, ok)
	assert.Equal(t, sweep.Cell{}, cell)
	cell, _ = p.Run(p.Index(2, 0, 0), runtime.Hooks{})
	assert.Equal(t, sweep.Raised, cell.Kind, "what does not compile does not run")
}

func TestOtherFaultsOfTheProgramAreARow(t *testing.T) {
	spec := queueSpec(t)
	spec.Variants[0].Faults = append(spec.Variants[0].Faults, "29:delay=2")
	p := sweep.New(spec, nil)
	require.Equal(t, sweep.OwnFaults, p.Rows[1].Action)
	assert.Len(t, p.Rows[1].Faults[0], 2)
	assert.Len(t, p.Rows[1].Faults[1], 1)
}

func TestARunThatUsesItsShareUpSaysSo(t *testing.T) {
	p := one("while True: pass\n", sweep.Spec{})
	cell, ok := p.Run(0, runtime.Hooks{})
	assert.True(t, ok)
	assert.Equal(t, sweep.Limit, cell.Kind)
	_, ok = p.Run(0, runtime.Hooks{Checkpoint: func() error { return os.ErrClosed }})
	assert.False(t, ok, "what was stopped from outside is no result")
}

func TestManyStatementsAreLimitedToThoseThatMatter(t *testing.T) {
	source := "async def f():\n"
	for i := range 20 {
		source += "    a" + strconv.Itoa(i) + " = 1\n    await b" + strconv.Itoa(i) + "()\n"
	}
	p := one(source, sweep.Spec{})
	assert.Len(t, p.Rows, 1+12+6+6)
	assert.GreaterOrEqual(t, p.RowOf("raise:await b0()"), 0)
	assert.Equal(t, -1, p.RowOf("raise:a0 = 1"))
}

func TestThePlansOfTheSameRunsAreTheSame(t *testing.T) {
	spec := queueSpec(t)
	a := sweep.New(spec, nil)
	assert.True(t, a.Same(sweep.New(spec, nil)))
	for i := range spec.Variants { // the knob of the columns stands elsewhere
		changed, err := runtime.SetParam(spec.Variants[i].Source, "WORKERS", "5")
		require.NoError(t, err)
		spec.Variants[i].Source = changed
	}
	b := sweep.New(spec, nil)
	assert.True(t, a.Same(b))
	assert.True(t, a.Columns[2].Own)
	assert.True(t, b.Columns[4].Own)
	spec.Like = `12:raise=RuntimeError("boom"):nth=3`
	assert.False(t, a.Same(sweep.New(spec, nil)))
	spec = queueSpec(t)
	spec.Seed = 3
	assert.False(t, a.Same(sweep.New(spec, nil)))
	assert.False(t, a.Same(nil))
}

func TestFaultsFollowTheirStatementIntoAnotherProgram(t *testing.T) {
	v := queueSpec(t).Variants
	assert.Equal(t, []string{"13:cancel", "net:x status=503"}, sweep.Follow([]string{"12:cancel", "10:cancel", "net:x status=503"}, v[0].Source, v[1].Source))
	assert.Empty(t, sweep.Follow([]string{"12:cancel"}, v[0].Source, "def ("))
}

func TestLongStatementsAreShortened(t *testing.T) {
	for code, want := range map[string]string{
		"queue.task_done()":                                                "queue.task_done()",
		`print(f"{name} worked for {seconds:.2f} s")`:                      "print(…)",
		"results = await asyncio.gather(*workers, return_exceptions=True)": "results = await asyncio.gathe…",
		"a_very_long_name_of_a_variable_indeed = other":                    "a_very_long_name_of_a_variabl…",
		"await asyncio.sleep(random.uniform(0.1, 0.5))":                    "await asyncio.sleep(…)",
	} {
		assert.Equal(t, want, sweep.ShortCode(code))
	}
}
