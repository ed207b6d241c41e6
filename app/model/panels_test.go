package model

import (
	"encoding/json"
	"testing"

	"asyncplay/app/fixture"
	"asyncplay/app/words"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestQueuePanelCountsWhatJoinWaitsFor(t *testing.T) {
	p, _ := settled(t)
	for event := 0; event <= p.Run().Last(); event++ {
		p.Seek(event)
		for _, q := range p.Queues() {
			assert.Equal(t, q.InCount+q.TakenCount-q.Unclaimed, q.Unfinished, "at event %d", event)
		}
	}
	p.ToEnd()
	queues := p.Queues()
	require.Len(t, queues, 1)
	q := queues[0]
	assert.Equal(t, []int{8, 3, 9, 11, 3}, []int{q.InCount, q.TakenCount, q.DoneCount, q.Unfinished, q.Lost})
	assert.True(t, q.NoWorker)
	assert.True(t, q.Hung)
	require.Len(t, q.Joiners, 1)
	assert.Equal(t, "m", q.Joiners[0].Badge)
	assert.Equal(t, "1.020", q.Taken[0].LostAt)
	assert.Equal(t, trace.PhaseRaised, q.Taken[0].LostBy)
}

func TestMarksShowWhereEachTaskStands(t *testing.T) {
	p, _ := settled(t)
	p.Current().run.Source = p.Current().Source
	p.Seek(0)
	p.NextProblem()
	m := p.Marks()
	at := map[string]MarkBadge{}
	for _, b := range m.Badges {
		at[b.Label] = b
	}
	assert.Equal(t, fixture.LineJoin, at["m"].Line)
	assert.Equal(t, "join", at["m"].State)
	assert.Equal(t, "sleep", at["w0"].State)
	assert.Equal(t, "raised", at["w1"].State)
	assert.Equal(t, fixture.LineSleep, m.CurrentLine)
	assert.Contains(t, m.Lines, MarkLine{Line: fixture.LineSleep, State: "raised"})
	p.Light(Lit{Task: 3})
	assert.Equal(t, &MarkLit{Task: "3"}, p.Marks().Lit)
	var back Marks
	require.NoError(t, json.Unmarshal([]byte(p.Marks().JSON()), &back))
	assert.Equal(t, p.Marks(), back)
}

func TestLanesSayWhatTheirTaskDoes(t *testing.T) {
	p, _ := settled(t)
	p.ToEnd()
	labels := p.LaneLabels(0, len(p.Run().Lanes))
	require.Len(t, labels, 4)
	assert.Equal(t, "main", labels[0].Name)
	assert.Equal(t, "in join()", labels[0].State)
	assert.False(t, labels[0].Gone)
	assert.Equal(t, "died", labels[1].State)
	assert.True(t, labels[1].Gone)
}

func TestLegendHoldsOnlyWhatThePictureHolds(t *testing.T) {
	names := func(r *Run) []words.Key {
		var keys []words.Key
		for _, e := range r.Legend() {
			keys = append(keys, e.Label)
		}
		return keys
	}
	assert.Equal(t, []words.Key{words.LegendRuns, words.LegendSleep, words.LegendJoin, words.LegendRaised, words.LegendOwes},
		names(NewRun(hungTrace(), "")))
	assert.Equal(t, []words.Key{words.LegendRuns, words.LegendSleep, words.LegendGet, words.LegendJoin, words.LegendWait,
		words.LegendDone, words.LegendCancelled}, names(NewRun(fineTrace(), "")))
}

func TestConsoleKnowsPastAndFuture(t *testing.T) {
	p, _ := settled(t)
	p.Seek(0)
	p.NextProblem()
	lines := p.Console()
	var now []ConsoleLine
	for _, line := range lines {
		assert.Equal(t, line.Event > p.Play.Event, line.Future)
		if line.Now {
			now = append(now, line)
		}
	}
	require.Len(t, now, 1)
	assert.Equal(t, "RuntimeError: boom", now[0].Text)
	assert.True(t, now[0].Error)
	last := lines[len(lines)-1]
	assert.True(t, last.System)
}

func TestLongListsStayShort(t *testing.T) {
	q := fixture.Queue{Workers: 2, Delays: make([]float64, 3000)}
	p, env := newPlayground(t)
	env.answer(t, q.Trace())
	assert.LessOrEqual(t, len(p.Console()), 5*listBlock)
	assert.LessOrEqual(t, len(p.Events()), 2*eventRowsEachSide+1)
	p.Seek(0)
	lines := p.Console()
	assert.False(t, lines[0].Now)
	for _, panel := range p.Queues() {
		assert.LessOrEqual(t, len(panel.In), chipsMax)
	}
	p.Seek(2000) // three events before the first put
	assert.Equal(t, 1998, p.Queues()[0].InCount, "the count is of all, the chips are of some")
}

func TestFormats(t *testing.T) {
	for repr, want := range map[string]string{
		"0.6574656": "0.66", "12": "12", "'abc'": "'abc'", "'a long text of somebody'": "'a long text …", "1e-07": "0.00", "nan": "nan",
	} {
		assert.Equal(t, want, ShortRepr(repr), repr)
	}
	assert.Equal(t, "1.5", FormatSeconds(1.5))
	assert.Equal(t, "2", FormatSeconds(2))
	assert.Equal(t, "1.590", FormatClock(1.59))
}
