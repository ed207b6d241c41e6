package view

import (
	"strings"
	"testing"

	"asyncplay/app/host"
	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/sweep"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// realEngine answers runs and parts of sweeps when the test says so.
type realEngine struct{ pending []func() }

func (e *realEngine) Run(request []byte, _ func(host.Progress), onDone func([]byte, error)) func() {
	e.pending = append(e.pending, func() {
		if job, ok, err := sweep.DecodeJob(request); ok && err == nil {
			onDone(sweep.EncodeCells(job.Run(runtime.Hooks{}, func() bool { return true })))
			return
		}
		r, err := runtime.DecodeRequest(request)
		if err != nil {
			onDone(nil, err)
			return
		}
		onDone(runtime.Run(r, runtime.Hooks{}).Encode(), nil)
	})
	return func() {}
}

func (e *realEngine) settle(p *Page) {
	for len(e.pending) > 0 {
		next := e.pending[0]
		e.pending = e.pending[1:]
		next()
		p.after()
	}
}

func exploredPage(t *testing.T) (*Page, *realEngine) {
	t.Helper()
	engine := &realEngine{}
	p := New(Config{Engine: engine, Storage: host.NewMemoryStorage(), ReducedMotion: true})
	p.OnInit()
	engine.settle(p)
	p.pg.ShowMode(model.ModeExplore)
	engine.settle(p)
	require.True(t, p.pg.Explored().Complete())
	return p, engine
}

// said is an element's text without the space that only the markup has.
func said(e *drawn) string {
	return strings.NewReplacer(" .", ".", " ,", ",", " :", ":").Replace(e.words())
}

func TestManyRunsAreToldInWords(t *testing.T) {
	p, engine := exploredPage(t)
	page := draw(t, p.Render())
	assert.Contains(t, said(page.testID(t, "explore")), "Where may worker fail, and does join() still return?")
	assert.Equal(t, "Only finally after get() always finishes cleanly with these faults: raise before await asyncio.sleep(seconds), raise before print(…). "+
		"One cell is one run, with the fault on each task's 4th visit.", said(page.testID(t, "explore-sentence")))
	assert.Equal(t, "✓ finished cleanly ×3 finished, 3 tasks died with an exception 11 hung, 11 items never marked done", said(page.testID(t, "explore-legend")))
	assert.Equal(t, "no fix 12 2 58 finally around get() 2 40 30 finally after get() 32 2 38", said(page.testID(t, "explore-totals")))
	assert.Equal(t, "no fix, raise before await asyncio.sleep(seconds), WORKERS = 3", said(page.testID(t, "explore-what")))
	assert.Contains(t, said(page.testID(t, "explore-verdict")), "Hung at 1.813 s: join() will never return: 11 items never marked done")
	assert.Equal(t, "hung", page.testID(t, "explore-chosen").attrs["data-outcome"])
	assert.Equal(t, "Compare with finally after get()", said(page.testID(t, "explore-compare")))
	assert.Equal(t, "216 runs recorded", said(page.testID(t, "run-state")))

	p.pg.ChooseSweep("knob", "ITEMS")
	engine.settle(p)
	assert.Contains(t, said(draw(t, p.Render()).testID(t, "explore-legend")), "outlined: the fault never struck", "with one item there is no fourth")

	p.pg.SetLang(words.Japanese)
	page = draw(t, p.Render())
	assert.Contains(t, said(page.testID(t, "explore")), "worker のどこで障害が起きても、 join() は戻りますか? 次の障害で必ず正常に終了するのは get() の後の finally だけです")
}

func TestTheSentenceSaysWhichVariantSurvives(t *testing.T) {
	p, _ := exploredPage(t)
	r := p.pg.Explored()
	sentence := func() string { return said(draw(t, p.Render()).testID(t, "explore-sentence")) }
	set := func(kind func(variant, row int) sweep.Kind) {
		for i := range r.Cells {
			variant, row, _ := r.Plan.At(i)
			r.Cells[i] = sweep.Cell{Kind: kind(variant, row)}
		}
	}
	set(func(int, int) sweep.Kind { return sweep.Hung })
	assert.Contains(t, sentence(), "No run finishes cleanly.")
	set(func(int, int) sweep.Kind { return sweep.Finished })
	assert.Contains(t, sentence(), "Every run finishes cleanly.")
	set(func(variant, _ int) sweep.Kind {
		return map[bool]sweep.Kind{true: sweep.Finished, false: sweep.Limit}[variant > 0]
	})
	assert.Contains(t, sentence(), "finally around get(), finally after get() finish cleanly equally often: in 72 runs each.")
	set(func(variant, _ int) sweep.Kind {
		return map[bool]sweep.Kind{true: sweep.Finished, false: sweep.Raised}[variant == 0]
	})
	assert.Contains(t, sentence(), "no fix finishes cleanly most often: in 72 of 72 runs.")
	r.Cells = r.Cells[:30]
	assert.Equal(t, "One cell is one run, with the fault on each task's 4th visit.", sentence(), "not before all have run")
	assert.Equal(t, "30 of 216 runs", said(draw(t, p.Render()).testID(t, "run-state")))
}
