package model

import (
	"testing"

	"asyncplay/app/words"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestComparingFindsWhereTheRunsPart(t *testing.T) {
	p, _ := settled(t)
	p.ShowMode(ModeCompare)
	c := p.Comparison()
	require.NotNil(t, c)
	assert.Equal(t, 0, c.A.Index)
	assert.Equal(t, OutcomeFine, c.B.Variant.Outcome(), "the one that hangs is compared with one that does not")
	require.True(t, c.Differs)
	a, b := c.A.Run.Trace.Events[c.A.First], c.B.Run.Trace.Events[c.B.First]
	assert.NotEqual(t, a.Kind, b.Kind)
	assert.Equal(t, c.A.Run.Trace.Events[c.Same-1].Kind, c.B.Run.Trace.Events[c.Same-1].Kind)
	assert.Equal(t, int32(11), c.A.Unfinished())
	assert.Equal(t, int32(0), c.B.Unfinished())
	assert.Same(t, c, p.Comparison(), "it is made once")
	var d DrawList
	DrawUnfinished(&d, c, 700, words.English)
	shaded := 0
	for i := range d.Len() {
		if s := d.Shape(i); Op(s[0]) == OpTint {
			shaded++
		}
	}
	assert.Positive(t, shaded, "the gap between the counters is shaded")
	for _, s := range c.Sides() {
		DrawCompared(&d, c, s, 700, words.English)
		assert.Greater(t, d.Len(), 20)
	}
	first, other := p.Active, p.Other
	p.SwapCompared()
	assert.Equal(t, [2]int{other, first}, [2]int{p.Active, p.Other})
	p.CompareWith(p.Active)
	assert.Equal(t, [2]int{first, other}, [2]int{p.Active, p.Other}, "choosing the same again swaps")
	p.OpenCompared(other, c.B.First)
	assert.Equal(t, ModePlay, p.Mode)
	assert.Equal(t, other, p.Active)
	assert.Equal(t, c.B.First, p.Play.Event)
}
