package eventloop

import (
	"math/rand"
	"sort"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drain runs the scheduler to its end and returns each callback with the time it ran at.
func drain(t *testing.T, s *Scheduler, c *Clock) (names []string, times []float64) {
	t.Helper()
	for {
		todo, ok := s.BeginIteration(false)
		if !ok {
			return names, times
		}
		for range todo {
			if h := s.Pop(); !h.Cancelled {
				names = append(names, h.Callback.(string))
				times = append(times, c.NowSeconds)
			}
		}
	}
}

func TestTimersWithEqualDeadlinesFireInOrderOfCreation(t *testing.T) {
	c := &Clock{}
	s := NewScheduler(c)
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		s.PushTimer(&Handle{Callback: name, WhenSeconds: 1})
	}
	names, times := drain(t, s, c)
	assert.Equal(t, []string{"a", "b", "c", "d", "e"}, names)
	assert.Equal(t, []float64{1, 1, 1, 1, 1}, times)
}

func TestReadyHandlesRunBeforeTimersThatAreDue(t *testing.T) {
	c := &Clock{NowSeconds: 5}
	s := NewScheduler(c)
	s.PushTimer(&Handle{Callback: "timer", WhenSeconds: 5})
	s.PushReady(&Handle{Callback: "ready"})
	names, _ := drain(t, s, c)
	assert.Equal(t, []string{"ready", "timer"}, names)
}

func TestHandlesAddedDuringAPassWaitForTheNext(t *testing.T) {
	s := NewScheduler(&Clock{})
	s.PushReady(&Handle{Callback: "first"})
	todo, ok := s.BeginIteration(false)
	require.True(t, ok)
	s.PushReady(&Handle{Callback: "second"})
	assert.Equal(t, 1, todo)
	assert.Equal(t, "first", s.Pop().Callback)
}

func TestNothingReadyAndNoTimerIsReported(t *testing.T) {
	s := NewScheduler(&Clock{})
	h := &Handle{Callback: "x", WhenSeconds: 3}
	s.PushTimer(h)
	h.Cancelled = true
	s.TimerCancelled(h)
	_, ok := s.BeginIteration(false)
	assert.False(t, ok)
	assert.Zero(t, s.TimerCount())
}

func TestTheClockGoesOnAtMostADayAtATime(t *testing.T) {
	c := &Clock{}
	s := NewScheduler(c)
	s.PushTimer(&Handle{Callback: "far", WhenSeconds: 2.5 * advanceMaxSeconds})
	todo, ok := s.BeginIteration(false)
	require.True(t, ok)
	assert.Zero(t, todo)
	assert.Equal(t, float64(advanceMaxSeconds), c.NowSeconds)
	_, times := drain(t, s, c)
	assert.Equal(t, []float64{2.5 * advanceMaxSeconds}, times)
}

func TestTimersFireInOrderWhateverIsCancelled(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 200 {
		c := &Clock{}
		s := NewScheduler(c)
		var want []float64
		for range 400 {
			h := &Handle{Callback: "t", WhenSeconds: float64(random.Intn(50))}
			s.PushTimer(h)
			if random.Intn(3) > 0 {
				h.Cancelled = true
				s.TimerCancelled(h)
				continue
			}
			want = append(want, h.WhenSeconds)
		}
		sort.Float64s(want)
		_, times := drain(t, s, c)
		require.Equal(t, want, times)
	}
}

func TestBatonPassesControlToAndFro(t *testing.T) {
	var log []string
	b := StartBaton(func(b *Baton) {
		log = append(log, "one")
		require.True(t, b.HandBack())
		log = append(log, "two")
	})
	b.Resume()
	log = append(log, "main")
	b.Resume()
	assert.Equal(t, []string{"one", "main", "two"}, log)
	assert.True(t, b.Ended())
	b.Resume()
}

func TestAnAbandonedThreadUnwinds(t *testing.T) {
	unwound := false
	b := StartBaton(func(b *Baton) { unwound = !b.HandBack() })
	b.Resume()
	b.Abandon()
	assert.True(t, unwound)
	never := StartBaton(func(b *Baton) { t.Error("must not start") })
	never.Abandon()
}
