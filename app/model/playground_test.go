package model

import (
	"strings"
	"testing"

	"asyncplay/runtime/explain"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFirstRunIsTheVariantOnTheScreenThenTheOthers(t *testing.T) {
	p, env := newPlayground(t)
	first := env.take(t)
	assert.Equal(t, p.Variants[0].Source, first.request.Source)
	assert.Equal(t, []string{`12:raise=RuntimeError("boom"):nth=4`}, first.request.Faults)
	first.done(hungTrace(), nil)
	second := env.take(t)
	assert.Equal(t, p.Variants[1].Source, second.request.Source)
	assert.Equal(t, []string{`13:raise=RuntimeError("boom"):nth=4`}, second.request.Faults)
	second.done(fineTrace(), nil)
	env.take(t).done(fineTrace(), nil)
	assert.Empty(t, env.pending)
	assert.Equal(t, OutcomeHung, p.Variants[0].Run().Outcome())
	assert.Equal(t, OutcomeFine, p.Variants[2].Run().Outcome())
}

func TestFaultLinesOfTheLessonAreTheSleeps(t *testing.T) {
	p, _ := newPlayground(t)
	for _, v := range p.Variants {
		require.Len(t, v.Faults, 1, v.Name)
		line := strings.Split(v.Source, "\n")[v.Faults[0].Line-1]
		assert.Contains(t, line, "await asyncio.sleep(", v.Name)
	}
}

func TestKnobRewritesTheLiteralInEveryVariantAndRunsAtOnce(t *testing.T) {
	p, env := settled(t)
	p.SetKnob("WORKERS", "5")
	request := env.take(t).request
	assert.Contains(t, request.Source, "WORKERS = 5  #@param")
	for _, v := range p.Variants {
		assert.Contains(t, v.Source, "WORKERS = 5  #@param", v.Name)
	}
	assert.Equal(t, "5", p.Knobs()[0].Value)
}

func TestLatestKnobPositionWins(t *testing.T) {
	p, env := settled(t)
	for _, value := range []string{"4", "5", "6"} {
		p.SetKnob("WORKERS", value)
	}
	require.Len(t, env.pending, 3)
	env.pending[1].done(hungTrace(), nil) // an older one that answers late
	assert.True(t, p.Current().Running(), "the run of the last position is still awaited")
	env.pending[2].done(fineTrace(), nil)
	assert.False(t, p.Current().Running())
	assert.Contains(t, p.Run().Source, "WORKERS = 6")
}

func TestTypingRunsAfterThePauseOnlyOnce(t *testing.T) {
	p, env := settled(t)
	first := p.Edited(p.Current().Source + "# a")
	second := p.Edited(p.Current().Source + "b")
	p.RunEdited(first)
	assert.Empty(t, env.pending, "an edit followed in between")
	p.RunEdited(second)
	assert.Contains(t, env.take(t).request.Source, "# ab")
	p.RunEdited(second)
	assert.Empty(t, env.pending, "it runs already")
}

func TestSyntaxErrorKeepsTheLastGoodRun(t *testing.T) {
	p, env := settled(t)
	good := p.Run()
	p.RunEdited(p.Edited("async def main(xs)\n    pass\n"))
	env.answer(t, syntaxErrorTrace())
	assert.Same(t, good, p.Run())
	assert.True(t, p.Current().Stale())
	require.NotNil(t, p.Current().Broken())
	assert.Equal(t, explain.SyntaxError, p.Current().Broken().Report.ID)
	marks := p.Marks()
	require.Len(t, marks.Diagnostics, 1)
	assert.Equal(t, Diagnostic{Line: 3, Col: 15, EndLine: 3, EndCol: 15, Message: "SyntaxError: expected ':'"}, marks.Diagnostics[0])
	assert.Empty(t, marks.Badges, "the lines of the old run are not those of the new text")

	p.RunEdited(p.Edited("x = 1\n"))
	env.answer(t, fineTrace())
	assert.False(t, p.Current().Stale())
	assert.Empty(t, p.Marks().Diagnostics)
}

func TestEngineFailureIsShownAndThePageGoesOn(t *testing.T) {
	p, env := settled(t)
	p.Again()
	env.take(t).done(nil, errEngine)
	assert.Equal(t, errEngine.Error(), p.Current().Failure())
	p.Again()
	env.answer(t, hungTrace())
	assert.Empty(t, p.Current().Failure())
}

func TestStopByHand(t *testing.T) {
	p, env := settled(t)
	p.Again()
	assert.Same(t, p.Current(), p.Busy())
	p.Halt()
	assert.Equal(t, 1, env.stopped)
	env.take(t).done(nil, ErrStopped)
	assert.True(t, p.Current().Halted())
	assert.Nil(t, p.Busy())
	assert.Empty(t, env.pending, "what was stopped does not start by itself")
}

func TestSwitchingVariantsKeepsTheInstant(t *testing.T) {
	p, _ := settled(t)
	p.SeekUnit(1.0)
	p.SelectVariant(2)
	assert.InDelta(t, 1.0, p.Play.Seconds, 0.1)
	p.ToEnd()
	p.SelectVariant(0)
	assert.Equal(t, p.Run().Last(), p.Play.Event, "at the end stays at the end")
}

func TestAVariantThatHasNotRunYetOpensAtTheInstantTooOnceItHas(t *testing.T) {
	for _, atEnd := range []bool{false, true} {
		p, env := newPlayground(t)
		env.answer(t, hungTrace())
		if atEnd {
			p.ToEnd()
		} else {
			p.SeekUnit(1.0)
		}
		p.SelectVariant(2)
		assert.Nil(t, p.Run(), "it has not run yet")
		env.answer(t, fineTrace())
		if atEnd {
			assert.Equal(t, p.Run().Last(), p.Play.Event)
		} else {
			assert.InDelta(t, 1.0, p.Play.Seconds, 0.1)
		}
	}
}

func TestShowFixGoesToTheVariantThatFinishes(t *testing.T) {
	p, _ := settled(t)
	i, ok := p.FixVariant()
	require.True(t, ok)
	assert.Equal(t, 2, i)
	p.ShowFix()
	assert.Equal(t, 2, p.Active)
	_, ok = p.FixVariant()
	assert.False(t, ok, "nothing is to be fixed there")
}

func TestVariantsCanBeAddedAndRemoved(t *testing.T) {
	p, env := settled(t)
	p.AddVariant("mine")
	require.Len(t, p.Variants, 4)
	assert.Equal(t, 3, p.Active)
	env.answer(t, hungTrace())
	p.RemoveVariant(0)
	assert.Len(t, p.Variants, 4, "a lesson's own variant stays")
	p.RemoveVariant(3)
	require.Len(t, p.Variants, 3)
	assert.Equal(t, 2, p.Active)
}

func TestAnotherSeedTurnsTheSeedKnob(t *testing.T) {
	p, env := settled(t)
	p.NewSeed()
	request := env.take(t).request
	assert.NotContains(t, request.Source, "SEED = 42 ")
	assert.Regexp(t, `SEED = \d+ +#@param`, request.Source)
}

func TestRaisingALimitGivesRunsMoreRoom(t *testing.T) {
	p, env := settled(t)
	assert.Zero(t, p.request(p.Current()).Limits.StepsMax)
	p.RaiseLimit()
	assert.Positive(t, env.take(t).request.Limits.StepsMax)
}

func TestLoadingALessonDropsWhatTheOldOneStillAnswers(t *testing.T) {
	p, env := newPlayground(t)
	old := env.take(t)
	p.LoadLesson("gather")
	old.done(hungTrace(), nil)
	assert.Nil(t, p.Run())
	assert.Contains(t, env.take(t).request.Source, "asyncio.gather(")
}
