package model

import (
	"encoding/binary"
	"math"
	"testing"

	"asyncplay/app/fixture"
	"asyncplay/app/words"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var screen = Viewport{Width: 1440, Height: 900, Plot: 700}

func drawStill(r *Run, s Scale) *DrawList {
	var d DrawList
	DrawTimeline(&d, r, NewLayout(r, screen), s, words.English)
	return &d
}

func wholeScale(r *Run, axis Axis) Scale {
	return Scale{Axis: axis, To: axisTotal(r.Trace, axis), Width: screen.Plot}
}

// texts are all labels of a draw list.
func texts(d *DrawList) []string {
	var out []string
	for i := range d.Len() {
		if s := d.Shape(i); Op(s[0]) == OpText || Op(s[0]) == OpLabel {
			out = append(out, d.String(int(s[6])))
		}
	}
	return out
}

func countShapes(d *DrawList, fits func(s []float32) bool) int {
	n := 0
	for i := range d.Len() {
		if fits(d.Shape(i)) {
			n++
		}
	}
	return n
}

func TestStillPictureTellsTheHang(t *testing.T) {
	r := NewRun(hungTrace(), "")
	d := drawStill(r, wholeScale(r, AxisTime))
	labels := texts(d)
	for _, want := range []string{
		"0 s", "0.5", "1.0", "∞", "join() until nothing is unfinished", "#1 0.66", "#7 0.90", "#8 never marked done", "11", "8",
	} {
		assert.Contains(t, labels, want)
	}
	caps := countShapes(d, func(s []float32) bool { return Op(s[0]) == OpCap && CapKind(s[6]) == CapRaised })
	assert.Equal(t, 3, caps, "three workers died")
	debts := countShapes(d, func(s []float32) bool {
		return Op(s[0]) == OpTint && s[7] == 1 && Pattern(s[6]) == PatternHatch && Style(s[1]) == StyleRaised
	})
	assert.Equal(t, 3, debts)
	fades := countShapes(d, func(s []float32) bool { return Op(s[0]) == OpFade && Style(s[1]) == StyleJoin })
	assert.Equal(t, 1, fades, "join() fades out past the end")
}

func TestSegmentsStandWhereTheyHappened(t *testing.T) {
	r := NewRun(hungTrace(), "")
	s := wholeScale(r, AxisTime)
	d := drawStill(r, s)
	layout := NewLayout(r, screen)
	found := false
	for i := range d.Len() {
		shape := d.Shape(i)
		if Op(shape[0]) == OpTint && Style(shape[1]) == StyleSleep && math.Abs(float64(shape[2])-s.X(0.66)) < 0.01 {
			found = true
			assert.InDelta(t, s.X(0.66+0.9), float64(shape[2]+shape[4]), 0.01, "worker-0 works on #7 for 0.9 s")
			assert.InDelta(t, layout.LaneY(1)+9, float64(shape[3]), 0.01, "in the lane of worker-0")
		}
	}
	assert.True(t, found)
}

func TestWaitsAreToldApartWithoutColour(t *testing.T) {
	seen := map[Pattern]string{}
	for _, look := range []Look{waitLook(trace.WaitSleep), waitLook(trace.WaitQueueGet), waitLook(trace.WaitQueueJoin), waitLook(trace.WaitGather), waitLook(trace.WaitLock)} {
		assert.Empty(t, seen[look.Pattern], "%s and %s share a pattern", look.Name, seen[look.Pattern])
		seen[look.Pattern] = look.Name
	}
}

func TestZoomDrawsOnlyWhatIsInTheWindow(t *testing.T) {
	r := NewRun(hungTrace(), "")
	all := drawStill(r, wholeScale(r, AxisTime))
	part := drawStill(r, Scale{From: 0.30, To: 0.34, Width: screen.Plot})
	assert.Less(t, part.Len(), all.Len())
	assert.NotContains(t, texts(part), "#7 0.90")
	assert.Contains(t, texts(part), "#1 0.66", "a span that is cut keeps its label in sight")
}

func TestAxisOfStepsGivesEveryEventWidth(t *testing.T) {
	r := NewRun(hungTrace(), "")
	d := drawStill(r, wholeScale(r, AxisSteps))
	wide := countShapes(d, func(s []float32) bool { return Op(s[0]) == OpFill && Style(s[1]) == StyleRun && s[4] > 5 && s[5] > 15 })
	assert.Greater(t, wide, 5, "steps have width")
	assert.NotContains(t, texts(d), "0 s")
}

func TestManySegmentsInOnePixelAreDrawnOnce(t *testing.T) {
	q := fixture.Queue{Workers: 50, Delays: make([]float64, 20_000)}
	for i := range q.Delays {
		q.Delays[i] = 0.001
	}
	r := NewRun(q.Trace(), "")
	d := drawStill(r, wholeScale(r, AxisTime))
	lanes := 1 + float64(NewLayout(r, screen).LanesHeight/NewLayout(r, screen).LaneHeight)
	assert.Less(t, float64(d.Len()), 6*screen.Plot*lanes, "no more than a few shapes a pixel and lane")
}

func BenchmarkDrawTimeline(b *testing.B) {
	q := fixture.Queue{Workers: 50, Delays: make([]float64, 50_000)}
	for i := range q.Delays {
		q.Delays[i] = 0.001 * float64(1+i%7)
	}
	r := NewRun(q.Trace(), "")
	l, s := NewLayout(r, screen), wholeScale(r, AxisTime)
	var d DrawList
	for b.Loop() {
		DrawTimeline(&d, r, l, s, words.English)
	}
	b.ReportMetric(float64(d.Len()), "shapes")
}

func BenchmarkNewRun(b *testing.B) {
	q := fixture.Queue{Workers: 50, Delays: make([]float64, 20_000)}
	t := q.Trace()
	for b.Loop() {
		NewRun(t, "")
	}
	b.ReportMetric(float64(len(t.Events)), "events")
}

func TestDrawListPacksLittleEndianFloats(t *testing.T) {
	var d DrawList
	d.tint(StyleGet, PatternDots, 1.5, 2, 3, 4)
	d.text(OpText, StyleInk, 5, 6, 0, FontMono, "a\x00b")
	bytes := d.Bytes()
	require.Len(t, bytes, 2*8*4)
	var got []float32
	for i := 0; i < len(bytes); i += 4 {
		got = append(got, math.Float32frombits(binary.LittleEndian.Uint32(bytes[i:])))
	}
	assert.Equal(t, []float32{float32(OpTint), float32(StyleGet), 1.5, 2, 3, 4, float32(PatternDots), 0}, got[:8])
	assert.Equal(t, "a b", d.Strings(), "NUL parts the texts, so none may hold one")
}

func TestHitTestFindsWhatStandsThere(t *testing.T) {
	r := NewRun(hungTrace(), "")
	l, s := NewLayout(r, screen), wholeScale(r, AxisTime)
	middle := func(lane int) float64 { return l.LaneY(lane) + l.LaneHeight/2 }

	hit := HitTest(r, l, s, s.X(1.0), middle(1))
	assert.Equal(t, 1, hit.Lane)
	require.NotNil(t, hit.Segment)
	assert.Equal(t, int32(7), hit.Lit.Item)

	hit = HitTest(r, l, s, s.X(1.02), middle(2))
	assert.Equal(t, HitEnd, hit.Part)
	assert.Equal(t, trace.TaskRaised, r.Trace.Events[hit.Event].Kind)

	assert.Equal(t, int32(8), HitTest(r, l, s, s.X(1.5), middle(2)).Lit.Item, "the debt")
	assert.Equal(t, int32(fixture.LineJoin), HitTest(r, l, s, s.X(1.0), middle(0)).Lit.Line)
	assert.Equal(t, -1, HitTest(r, l, s, 10, 5).Lane, "the axis")
	assert.Equal(t, -1, HitTest(r, l, s, 10, l.Height+50).Lane)
}

func TestOverlayRingsWhatIsLit(t *testing.T) {
	r := NewRun(hungTrace(), "")
	l, s := NewLayout(r, screen), wholeScale(r, AxisTime)
	rings := func(lit Lit) int {
		var d DrawList
		DrawOverlay(&d, r, l, s, s.X(1.0), r.EventAtTime(1.0), lit, nil)
		return countShapes(&d, func(s []float32) bool { return Op(s[0]) == OpRing })
	}
	assert.Equal(t, 0, rings(Lit{}))
	assert.Equal(t, 1, rings(Lit{Queue: 1, Item: 7}), "the span that works on #7")
	assert.Equal(t, 1, rings(Lit{Queue: 1, Item: 8}), "the debt of #8")
	assert.Equal(t, 1, rings(Lit{Line: fixture.LineJoin}))
	assert.Greater(t, rings(Lit{Line: fixture.LineSleep}), 8)
}

func TestLanesGetThinnerBeforeTheyScroll(t *testing.T) {
	run := func(workers int) *Run {
		q := fixture.Default()
		q.Workers = workers
		return NewRun(q.Trace(), "")
	}
	few, many, crowd := NewLayout(run(3), screen), NewLayout(run(9), screen), NewLayout(run(199), screen)
	assert.Equal(t, 36.0, few.LaneHeight)
	assert.Less(t, many.LaneHeight, 36.0)
	assert.Equal(t, 10*many.LaneHeight, many.LanesHeight, "all in sight")
	from, to := crowd.VisibleLanes(200)
	assert.Less(t, to-from, 20)
	scrolled := NewLayout(run(199), Viewport{Width: 1440, Height: 900, Plot: 700, ScrollTop: 1e9})
	_, to = scrolled.VisibleLanes(200)
	assert.Equal(t, 200, to)
}

func TestTicksAreRoundAndFarEnoughApart(t *testing.T) {
	for _, c := range []struct {
		scale Scale
		end   float64
		want  []string
	}{
		{Scale{To: 2.5, Width: 700}, 2.343, []string{"0", "0.5", "1.0", "1.5", "2.0"}},
		{Scale{From: 1.0, To: 1.01, Width: 400}, 2, []string{"1.000", "1.002", "1.004", "1.006", "1.008", "1.010"}},
		{Scale{To: 7200, Width: 400}, 7000, []string{"0", "2000", "4000", "6000"}},
		{Scale{Axis: AxisSteps, To: 100, Width: 400}, 99, []string{"20", "40", "60", "80"}},
	} {
		var got []string
		for _, tick := range c.scale.Ticks(c.end) {
			got = append(got, tick.Label)
		}
		assert.Equal(t, c.want, got)
	}
	assert.Empty(t, Scale{}.Ticks(1))
}

func TestWindowZoomsAroundAPointAndStaysInside(t *testing.T) {
	w := Window{}.Zoom(0.5, 0.5)
	from, to := w.Range()
	assert.InDelta(t, 0.25, from, 1e-9)
	assert.InDelta(t, 0.75, to, 1e-9)
	from, to = w.Pan(10).Range()
	assert.InDelta(t, 0.5, from, 1e-9)
	assert.InDelta(t, 1, to, 1e-9)
	assert.True(t, w.Zoom(100, 0.5).Whole())
	from, to = w.Reveal(0.9).Range()
	assert.True(t, from <= 0.9 && 0.9 <= to)
	for range 200 {
		w = w.Zoom(0.5, 0.3)
	}
	from, to = w.Range()
	assert.Greater(t, to, from, "a window never closes")
}

func TestEmptyRunsAreDrawnToo(t *testing.T) {
	r := NewRun(trace.NewRecorder(1).Finish(trace.Outcome{}), "")
	d := drawStill(r, wholeScale(r, AxisTime))
	assert.NotZero(t, d.Len(), "the axis")
	var mini DrawList
	DrawMinimap(&mini, r, AxisTime, 200, 30)
	assert.Zero(t, mini.Len())
	DrawMinimap(&mini, NewRun(hungTrace(), ""), AxisTime, 200, 30)
	assert.NotZero(t, mini.Len())
}
