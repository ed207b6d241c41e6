package model

import (
	"testing"

	"asyncplay/app/fixture"

	"github.com/stretchr/testify/assert"
)

func TestStepsGoOneEventAndStopAtTheEnds(t *testing.T) {
	p, _ := settled(t)
	p.Seek(0)
	p.Step(-1)
	assert.Equal(t, 0, p.Play.Event)
	p.Step(1)
	assert.Equal(t, 1, p.Play.Event)
	p.ToEnd()
	p.Step(1)
	assert.Equal(t, p.Run().Last(), p.Play.Event)
}

func TestPlayFollowsTheVirtualClock(t *testing.T) {
	p, _ := settled(t)
	p.Seek(0)
	p.TogglePlay()
	p.Frame(0.5)
	assert.InDelta(t, 0.5, p.Play.Seconds, 1e-9)
	assert.LessOrEqual(t, p.Run().TimeOf(p.Play.Event), 0.5)
	assert.Greater(t, p.Run().TimeOf(p.Play.Event+1), 0.5)
	p.SetSpeed(2)
	p.Frame(0.25)
	assert.InDelta(t, 1.0, p.Play.Seconds, 1e-9)
	p.Frame(100)
	assert.False(t, p.Play.Playing)
	assert.Equal(t, p.Run().Last(), p.Play.Event)
	p.TogglePlay()
	assert.Equal(t, 0, p.Play.Event, "at the end, play starts over")
}

func TestPlayOnTheAxisOfStepsCountsEvents(t *testing.T) {
	p, _ := settled(t)
	p.SetAxis(AxisSteps)
	p.Seek(0)
	p.TogglePlay()
	p.Frame(0.5)
	assert.Equal(t, int(0.5*EventRate(p.Run())), p.Play.Event)
}

func TestReducedMotionPlaysEventByEvent(t *testing.T) {
	p, _ := settled(t)
	p.Play.Calm = true
	p.Seek(0)
	p.TogglePlay()
	p.Frame(1 / calmPerSec)
	assert.Equal(t, 1, p.Play.Event)
}

func TestSpeedMovesAlongTheNotches(t *testing.T) {
	p, _ := settled(t)
	p.Faster(1)
	assert.Equal(t, 2.0, p.Play.Speed)
	p.Faster(100)
	assert.Equal(t, Speeds[len(Speeds)-1], p.Play.Speed)
	p.Faster(-100)
	assert.Equal(t, Speeds[0], p.Play.Speed)
	p.SetSpeed(3)
	assert.Equal(t, Speeds[0], p.Play.Speed, "not one that is offered")
}

func TestProblemsFollowEachOther(t *testing.T) {
	p, _ := settled(t)
	p.Seek(0)
	var times []string
	for range 5 {
		p.NextProblem()
		times = append(times, FormatClock(p.Play.Seconds))
	}
	assert.Equal(t, []string{"1.020", "1.510", "1.820", "1.820", "1.020"}, times)
}

func TestStepsOfOneTask(t *testing.T) {
	p, _ := settled(t)
	p.Seek(0)
	p.SelectTask(3)
	for range 4 {
		p.StepTask(1)
		e := p.Run().event(p.Play.Event)
		assert.True(t, e.Task == 3 || e.Target == 3)
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		key  Key
		want func(t *testing.T, p *Playground)
	}{
		{Key{Name: "Home"}, func(t *testing.T, p *Playground) { assert.Equal(t, 0, p.Play.Event) }},
		{Key{Name: "End"}, func(t *testing.T, p *Playground) { assert.Equal(t, p.Run().Last(), p.Play.Event) }},
		{Key{Name: "ArrowLeft"}, func(t *testing.T, p *Playground) { assert.Equal(t, 9, p.Play.Event) }},
		{Key{Name: "ArrowRight"}, func(t *testing.T, p *Playground) { assert.Equal(t, 11, p.Play.Event) }},
		{Key{Name: " "}, func(t *testing.T, p *Playground) { assert.True(t, p.Play.Playing) }},
		{Key{Name: "2"}, func(t *testing.T, p *Playground) { assert.Equal(t, 1, p.Active) }},
		{Key{Name: "]"}, func(t *testing.T, p *Playground) { assert.Equal(t, 2.0, p.Play.Speed) }},
		{Key{Name: "+"}, func(t *testing.T, p *Playground) { assert.False(t, p.Window.Whole()) }},
		{Key{Name: "?", Shift: true}, func(t *testing.T, p *Playground) { assert.Equal(t, OverlayKeys, p.Overlay) }},
		{Key{Name: "f"}, func(t *testing.T, p *Playground) { assert.True(t, formOpen(p)) }},
		{Key{Name: "t"}, func(t *testing.T, p *Playground) { assert.Equal(t, ThemeDark, p.Theme) }},
	} {
		t.Run(c.key.Name, func(t *testing.T) {
			p, _ := settled(t)
			p.Seek(10)
			assert.True(t, p.Press(c.key, false))
			c.want(t, p)
		})
	}
	t.Run("letters are text in the editor", func(t *testing.T) {
		p, _ := settled(t)
		assert.False(t, p.Press(Key{Name: "f"}, true))
		assert.False(t, p.Press(Key{Name: "ArrowLeft"}, true))
		assert.False(t, formOpen(p))
	})
	t.Run("the browser's own shortcuts stay its own", func(t *testing.T) {
		p, _ := settled(t)
		assert.False(t, p.Press(Key{Name: "t", Control: true}, false))
	})
	t.Run("Escape closes what is open", func(t *testing.T) {
		p, _ := settled(t)
		p.Open(OverlayKeys)
		assert.True(t, p.Press(Key{Name: "Escape"}, false))
		assert.Equal(t, OverlayNone, p.Overlay)
	})
}

func TestRunWithoutTimeIsShownByItsEvents(t *testing.T) {
	p, env := settled(t)
	q := fixture.Queue{Workers: 1, Delays: []float64{0, 0, 0}, FaultNth: 2}
	p.Again()
	env.answer(t, q.Trace())
	assert.Equal(t, AxisSteps, p.Play.Axis)
	p.Again()
	env.answer(t, hungTrace())
	assert.Equal(t, AxisTime, p.Play.Axis, "back as soon as there is time")
	p.SetAxis(AxisSteps)
	p.Again()
	env.answer(t, hungTrace())
	assert.Equal(t, AxisSteps, p.Play.Axis, "what was chosen by hand stays")
}
