package model

import (
	"testing"

	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func press(p *Playground, keys ...Key) {
	for _, k := range keys {
		p.Press(k, false)
	}
}

func TestStepsGoByIterationLineTaskAndKind(t *testing.T) {
	p, _ := ran(t, turns)
	events := p.Run().Trace.Events
	p.Seek(0)
	press(p, Key{Name: "."})
	first := p.Play.Event
	assert.NotEqual(t, events[first].Iteration, events[first-1].Iteration)
	press(p, Key{Name: "."}, Key{Name: ","})
	assert.Equal(t, first, p.Play.Event, "forward and back is where one was")
	p.SelectTask(2)
	seekTo(t, p, trace.TaskStep, 2, 1)
	line := events[p.Play.Event].Line
	press(p, Key{Name: ">", Shift: true})
	assert.Equal(t, trace.TaskID(2), events[p.Play.Event].Task)
	assert.NotEqual(t, line, events[p.Play.Event].Line)
	p.SelectTask(2) // no longer
	p.Seek(0)
	press(p, Key{Name: ">", Shift: true})
	assert.Positive(t, p.Play.Event, "from an event of the loop itself to any task's line")
	p.ToEnd()
	press(p, Key{Name: "J", Shift: true})
	assert.Equal(t, trace.TaskRaised, events[p.Play.Event].Kind)
	p.Seek(0)
	press(p, Key{Name: "o"})
	assert.Equal(t, trace.Stdout, events[p.Play.Event].Kind)
}

func TestBookmarksAreKeptAndVisitedInTurn(t *testing.T) {
	p, _ := ran(t, turns)
	for _, event := range []int{9, 3, 6} {
		p.Seek(event)
		press(p, Key{Name: "b"})
	}
	assert.True(t, p.Bookmarked())
	assert.Equal(t, []int{3, 6, 9}, p.Current().Bookmarks)
	var visited []int
	for range 4 {
		press(p, Key{Name: "B", Shift: true})
		visited = append(visited, p.Play.Event)
	}
	assert.Equal(t, []int{9, 3, 6, 9}, visited)
	press(p, Key{Name: "b"})
	assert.Equal(t, []int{3, 6}, p.Current().Bookmarks)
}

func TestPredictingAsksBeforeItShows(t *testing.T) {
	p, _ := ran(t, turns)
	seekTo(t, p, trace.TaskSuspended, 1, 1)
	at := p.Play.Event
	press(p, Key{Name: "ArrowRight"})
	assert.Equal(t, at+1, p.Play.Event, "nobody is asked unless he asks for it")
	p.Seek(at)
	press(p, Key{Name: "q"}, Key{Name: "ArrowRight"})
	require.NotNil(t, p.Question, "two tasks are ready")
	assert.Equal(t, at, p.Play.Event, "the answer is not given away")
	require.Len(t, p.Question.Choices, 2)
	assert.Equal(t, "a", p.Question.Choices[p.Question.Right].Task.Name)
	press(p, Key{Name: "2"})
	assert.Nil(t, p.Question)
	assert.Equal(t, at+1, p.Play.Event)
	assert.Equal(t, Score{Right: 0, Asked: 1}, p.Score)
	p.Seek(at)
	press(p, Key{Name: "ArrowRight"}, Key{Name: "1"})
	assert.Equal(t, Score{Right: 1, Asked: 2}, p.Score)
	p.Seek(at)
	press(p, Key{Name: "ArrowRight"}, Key{Name: "Escape"})
	assert.Equal(t, at+1, p.Play.Event)
	assert.Equal(t, 2, p.Score.Asked, "no answer counts nothing")
}

func TestWhatIsPrintedCanBePredicted(t *testing.T) {
	p, _ := ran(t, "print('one')\nprint('two')\nprint('three')\n")
	seekTo(t, p, trace.Stdout, 0, 1)
	press(p, Key{Name: "q"}, Key{Name: "ArrowRight"})
	require.NotNil(t, p.Question)
	assert.True(t, p.Question.Prints)
	assert.Equal(t, "two", p.Question.Choices[p.Question.Right].Text)
	assert.Len(t, p.Question.Choices, 3)
}

func TestRealTimeIsOneVirtualSecondASecond(t *testing.T) {
	p, _ := ran(t, "import asyncio\nasyncio.run(asyncio.sleep(3600))\n")
	r := p.Run()
	p.Seek(0)
	p.Play.Playing = true
	p.Frame(0.5)
	assert.Greater(t, p.Play.Seconds, 10.0, "an hour is played faster")
	p.SetRealTime()
	p.Play.Seek(r, 0)
	p.Play.Playing = true
	p.Frame(0.5)
	assert.InDelta(t, 0.5, p.Play.Seconds, 1e-9)
	p.SetSpeed(2)
	assert.False(t, p.Play.Real)
}
