package trace_test

import (
	"testing"

	"asyncplay/runtime/trace"
	"asyncplay/runtime/trace/tracetest"
)

// longRun is a run of 100 workers over one queue, about events long.
func longRun(events int) *trace.Trace {
	const workers = 100
	s := tracetest.New()
	q := s.Queue("Queue", 1, 0)
	for range workers {
		s.Task("worker", "worker", 2)
	}
	for i := range events / 5 {
		s.At(float64(i))
		item := s.Put(q, 3, "0.5")
		s.Step(trace.TaskID(1+i%workers), 4)
		if i >= workers {
			s.TaskDone(q, 6)
		}
		s.Get(q, 5, item)
		s.Sleep(7, float64(i+workers))
	}
	return s.Finish(trace.RunStopped, "")
}

func BenchmarkDecode100k(b *testing.B) {
	data := longRun(100_000).Encode()
	for b.Loop() {
		if _, err := trace.Decode(data, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLanes100k(b *testing.B) {
	t := longRun(100_000)
	for b.Loop() {
		trace.Lanes(t)
	}
}

func BenchmarkSeekToTheEnd100k(b *testing.B) {
	t := longRun(100_000)
	for b.Loop() {
		trace.NewCursor(t).Seek(len(t.Events))
	}
}

func BenchmarkStepBack(b *testing.B) {
	t := longRun(100_000)
	c := trace.NewCursor(t)
	at := c.Seek(len(t.Events)).Event
	for b.Loop() {
		if at = c.Seek(at - 1).Event; at < 0 {
			at = c.Seek(len(t.Events)).Event
		}
	}
}

func BenchmarkSVG100k(b *testing.B) {
	t := longRun(100_000)
	for b.Loop() {
		trace.SVG(t, trace.SVGOptions{})
	}
}
