package model

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func firstVisit(t *testing.T) (*Playground, *fakeEnv) {
	t.Helper()
	env := &fakeEnv{}
	return New(env, Options{}), env
}

func TestFirstVisitPlaysByItselfAtHalfSpeed(t *testing.T) {
	p, env := firstVisit(t)
	assert.True(t, p.Tour.On())
	env.answer(t, hungTrace())
	assert.True(t, p.Play.Playing)
	assert.Equal(t, 0, p.Play.Event)
	assert.Equal(t, 0.5, p.Play.Speed)
}

func TestFirstVisitBeckonsAtTheFirstDeathAndThenAtTheFix(t *testing.T) {
	p, env := firstVisit(t)
	env.answer(t, hungTrace())
	env.answer(t, fineTrace())
	env.answer(t, fineTrace())
	for p.Play.Seconds < 1.03 {
		p.Frame(0.05)
	}
	assert.Equal(t, PulsePlayhead, p.Tour.Pulse)
	for i := 0; p.Play.Playing; i++ {
		require.Less(t, i, 1000, "play ends")
		p.Frame(0.05)
	}
	assert.False(t, p.Tour.On())
	assert.Equal(t, PulseFix, p.Tour.Pulse)
	assert.Equal(t, 1.0, p.Play.Speed)
	p.ShowFix()
	assert.Equal(t, PulseNone, p.Tour.Pulse)
}

func TestAnyInputEndsTheDemonstration(t *testing.T) {
	for name, act := range map[string]func(*Playground){
		"step":   func(p *Playground) { p.Step(1) },
		"knob":   func(p *Playground) { p.SetKnob("ITEMS", "9") },
		"play":   func(p *Playground) { p.TogglePlay() },
		"tab":    func(p *Playground) { p.ShowPanel(PanelTasks) },
		"gutter": func(p *Playground) { p.GutterClicked(14) },
		"typing": func(p *Playground) { p.Edited("x = 1") },
	} {
		t.Run(name, func(t *testing.T) {
			p, env := firstVisit(t)
			env.answer(t, hungTrace())
			p.Frame(0.3)
			act(p)
			assert.False(t, p.Tour.On())
			if name != "typing" {
				assert.False(t, p.Play.Playing)
			}
		})
	}
}

func TestLittleMotionMeansNoDemonstration(t *testing.T) {
	env := &fakeEnv{}
	p := New(env, Options{ReducedMotion: true})
	env.answer(t, hungTrace())
	assert.False(t, p.Tour.On())
	assert.False(t, p.Play.Playing)
	assert.Equal(t, p.Run().Last(), p.Play.Event)
}
