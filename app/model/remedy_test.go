package model

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/app/lessons"
	"asyncplay/runtime"
	"asyncplay/runtime/rewrite"
)

// withLesson is a playground that shows a lesson and its run.
func withLesson(t *testing.T, lesson string) (*Playground, *fakeEnv) {
	t.Helper()
	env := &fakeEnv{}
	p := New(env, Options{})
	p.LoadLesson(lesson)
	finish(t, env)
	require.NotNil(t, p.Run())
	return p, env
}

// finish lets the engine answer the request that was made last.
func finish(t *testing.T, env *fakeEnv) {
	t.Helper()
	require.NotEmpty(t, env.pending)
	env.answer(t, runtime.Run(env.pending[len(env.pending)-1].request, runtime.Hooks{}))
}

func TestApplyingAChangeRunsTheChangedProgram(t *testing.T) {
	p, env := withLesson(t, "mistakes/task_done_missing")
	p.OpenChange(0)
	f, lines, ok := p.Change()
	require.True(t, ok)
	assert.NotEmpty(t, f.Edits)
	ops := map[rewrite.Op]int{}
	for _, line := range lines {
		ops[line.Op]++
	}
	assert.Equal(t, 4, ops[rewrite.Added])
	assert.Equal(t, 4, ops[rewrite.Moved])
	assert.Less(t, ops[rewrite.Same], 4, "only what stands around the change")
	source := p.Rev(PartSource)
	p.ApplyChange(0)
	assert.Equal(t, OverlayNone, p.Overlay)
	assert.Greater(t, p.Rev(PartSource), source)
	assert.Contains(t, p.Current().Source, "finally:")
	finish(t, env)
	assert.Empty(t, p.Run().Findings())
	p.ApplyChange(0)
	assert.Equal(t, 1, strings.Count(p.Current().Source, "finally:"), "there is nothing left to apply")
}

func TestAChangeIsNotForAProgramThatWasEditedSince(t *testing.T) {
	p, _ := withLesson(t, "mistakes/gather_list")
	p.OpenChange(0)
	p.Edited("# new\n" + p.Current().Source)
	_, _, ok := p.Change()
	assert.False(t, ok)
	before := p.Current().Source
	p.ApplyChange(0)
	assert.Equal(t, before, p.Current().Source)
}

func TestTheLessonsOwnFixIsForTheLessonsProgram(t *testing.T) {
	p, _ := withLesson(t, "queue")
	assert.True(t, p.asInLesson())
	p.SetKnob("WORKERS", "5")
	assert.True(t, p.asInLesson(), "knobs do not make it another program")
	p.Edited("print(1)\n")
	assert.False(t, p.asInLesson())
	assert.NotNil(t, lessons.ByID("queue"))
}
