package trace_test

import (
	"fmt"
	"io"
	"math"
	"math/rand"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/trace"
	"asyncplay/runtime/trace/tracetest"
)

// randomTrace makes a trace whose fields take any value that is allowed.
func randomTrace(r *rand.Rand, events int) *trace.Trace {
	t := &trace.Trace{Strings: []string{""}}
	for range r.Intn(20) {
		b := make([]byte, r.Intn(30))
		r.Read(b)
		t.Strings = append(t.Strings, string(b))
	}
	text := func() trace.StringID { return trace.StringID(r.Intn(len(t.Strings))) }
	for range r.Intn(10) {
		t.Tasks = append(t.Tasks, trace.TaskInfo{Name: text(), CoroName: text(), Line: r.Int31(), CoroLine: -r.Int31(), Thread: r.Intn(2) == 0})
	}
	for i := range t.Tasks {
		t.Tasks[i].Parent = trace.TaskID(r.Intn(len(t.Tasks) + 1))
	}
	for range r.Intn(10) {
		t.Objects = append(t.Objects, trace.ObjectInfo{Type: text(), Name: text(), Line: r.Int31(), MaxSize: r.Int31(), Internal: r.Intn(2) == 0})
	}
	for range events {
		t.Events = append(t.Events, trace.Event{
			Time: r.NormFloat64() * 1e6, Until: []float64{0, math.Inf(1), r.Float64()}[r.Intn(3)], Iteration: r.Uint32(),
			Task: trace.TaskID(r.Intn(len(t.Tasks) + 1)), Line: r.Int31(),
			Kind: trace.Kind(1 + r.Intn(int(trace.RunStopped))), Wait: trace.Wait(r.Intn(int(trace.WaitNetwork) + 1)), Flags: trace.Flags(r.Intn(256)),
			Object: trace.ObjectID(r.Intn(len(t.Objects) + 1)), Target: trace.TaskID(r.Intn(len(t.Tasks) + 1)),
			Item: int32(r.Uint32()), Size: int32(r.Uint32()), Unfinished: r.Int31(), Getters: r.Int31(), Putters: r.Int31(), Text: text(),
		})
	}
	for i := range t.Events {
		if len(t.Tasks) > 0 && r.Intn(10) == 0 {
			t.Awaited = append(t.Awaited, trace.Awaited{Event: int32(i), Task: trace.TaskID(1 + r.Intn(len(t.Tasks)))})
		}
	}
	t.Outcome = trace.Outcome{
		Status: trace.Status(r.Intn(int(trace.StatusStopped) + 1)), ExitCode: -r.Int31(),
		Text: text(), Traceback: text(), Line: 1, Col: 2, EndLine: 3, EndCol: 4,
	}
	return t
}

func TestDecodeReturnsWhatWasEncoded(t *testing.T) {
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		want := randomTrace(r, r.Intn(50))
		got, err := trace.Decode(want.Encode(), nil)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

func TestDecodeTakesAnEmptyTrace(t *testing.T) {
	got, err := trace.Decode((&trace.Trace{}).Encode(), nil)
	require.NoError(t, err)
	assert.Equal(t, &trace.Trace{}, got)
}

// The fixtures were written when their version of the format was settled. They must be read
// for ever; a change of the format needs a new version and a new fixture beside them.
func TestDecodeReadsTheFixturesOfAllVersions(t *testing.T) {
	named := tracetest.BothDie()
	named.Strings = append(named.Strings, "orders")
	named.Objects[0].Name = trace.StringID(len(named.Strings) - 1)
	for version, want := range map[int]*trace.Trace{1: tracetest.BothDie(), 2: named, 3: withAwaited()} {
		data, err := os.ReadFile(fmt.Sprintf("testdata/v%d.trace", version))
		require.NoError(t, err)
		got, err := trace.Decode(data, nil)
		require.NoError(t, err)
		assert.Equal(t, want, got, "version %d", version)
		if version > 1 {
			assert.Equal(t, data, want.Encode(), "version %d", version)
		}
	}
}

// withAwaited is a trace of version 3.
func withAwaited() *trace.Trace {
	tr := tracetest.BothDie()
	tr.Awaited = []trace.Awaited{{Event: 3, Task: 2}, {Event: 3, Task: 3}, {Event: 9, Task: 2}}
	return tr
}

func TestDecodeRefusesDamagedAwaitedTasks(t *testing.T) {
	good := withAwaited().Encode()
	first := len(good) - 3*8
	for name, damage := range map[string]func(b []byte){
		"a task that does not exist":      func(b []byte) { b[first+4] = 9 },
		"no task":                         func(b []byte) { b[first+4] = 0 },
		"an event that does not exist":    func(b []byte) { b[first+16+3] = 0x10 },
		"events out of order":             func(b []byte) { b[first] = 8 },
		"fewer than there are":            func(b []byte) { b[first-4] = 2 },
		"very many":                       func(b []byte) { b[first-1] = 0xff },
		"none, which would be version 2":  func(b []byte) { b[first-4] = 0 },
		"version 2, which has none of it": func(b []byte) { b[4] = 2 },
	} {
		b := append([]byte(nil), good...)
		damage(b)
		_, err := trace.Decode(b, nil)
		assert.Error(t, err, name)
	}
	_, err := trace.Decode(good[:first-4], nil)
	assert.Error(t, err, "cut off before their number")
}

func TestDecodeRefusesDamage(t *testing.T) {
	good := tracetest.BothDie().Encode()
	const eventBytes = 64
	lastEvent := len(good) - eventBytes
	tests := []struct {
		name   string
		damage func(b []byte) []byte
		want   string
	}{
		{"nothing at all", func([]byte) []byte { return nil }, "magic number"},
		{"another file", func(b []byte) []byte { b[0] = 'X'; return b }, "magic number"},
		{"a later version", func(b []byte) []byte { b[4] = 4; return b }, "version 4"},
		{"cut short", func(b []byte) []byte { return b[:len(b)-1] }, "length"},
		{"too long", func(b []byte) []byte { return append(b, 0) }, "length"},
		{"a count beyond the data", func(b []byte) []byte { b[8+16+3] = 0xff; return b }, "length"},
		{"an unknown kind", func(b []byte) []byte { b[lastEvent+28] = 250; return b }, "event"},
		{"an unknown wait", func(b []byte) []byte { b[lastEvent+29] = 250; return b }, "event"},
		{"a task that does not exist", func(b []byte) []byte { b[lastEvent+20] = 77; return b }, "event"},
		{"a negative task", func(b []byte) []byte { b[lastEvent+23] = 0x80; return b }, "event"},
		{"an object that does not exist", func(b []byte) []byte { b[lastEvent+32] = 9; return b }, "event"},
		{"a string that does not exist", func(b []byte) []byte { b[lastEvent+61] = 9; return b }, "event"},
		{"a time that is no number", func(b []byte) []byte { b[lastEvent+7], b[lastEvent+6] = 0x7f, 0xf8; return b }, "event"},
		{"an unknown outcome", func(b []byte) []byte { b[28] = 99; return b }, "outcome"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := trace.Decode(test.damage(append([]byte(nil), good...)), nil)
			assert.Nil(t, got)
			assert.ErrorContains(t, err, test.want)
		})
	}
}

func TestDecodeOfAMillionEventsIsFast(t *testing.T) {
	tr := tracetest.BothDie()
	for len(tr.Events) < 1_000_000 {
		tr.Events = append(tr.Events, tr.Events[:min(len(tr.Events), 1_000_000-len(tr.Events))]...)
	}
	data := tr.Encode()
	best := time.Hour
	for range 3 {
		start := time.Now()
		_, err := trace.Decode(data, nil)
		require.NoError(t, err)
		best = min(best, time.Since(start))
	}
	t.Logf("decoded 1M events in %v", best)
	assert.Less(t, best, 2*time.Second, "an order of magnitude above the goal of 150 ms: loaded machines pass")
}

// readEverything runs all readers over a trace: none may panic on any decoded trace.
func readEverything(t *testing.T, tr *trace.Trace) {
	c := trace.NewCursor(tr)
	c.Seek(len(tr.Events))
	c.Seek(len(tr.Events) - 2)
	state := c.Seek(tr.IndexAtTime(tr.EndTime()))
	for i := range tr.Tasks {
		state.Held(trace.TaskID(i + 1))
	}
	lanes := trace.Lanes(tr)
	require.Len(t, lanes, len(tr.Tasks))
	trace.QueueLanes(tr)
	require.NoError(t, trace.WriteText(io.Discard, tr, 80))
	require.NoError(t, trace.WriteChrome(io.Discard, tr))
	require.NoError(t, trace.WriteJSONLines(io.Discard, tr))
	trace.SVG(tr, trace.SVGOptions{})
	_, _, differ := trace.FirstDifference(tr, tr)
	require.False(t, differ)
}

func FuzzDecode(f *testing.F) {
	f.Add(tracetest.BothDie().Encode())
	f.Add(tracetest.FinallyAroundGet().Encode())
	f.Add(tracetest.AllCancelled().Encode())
	recorded, err := os.ReadFile("testdata/v1.trace")
	require.NoError(f, err)
	f.Add(recorded)
	f.Add(withAwaited().Encode())
	for seed := range int64(20) {
		f.Add(randomTrace(rand.New(rand.NewSource(seed)), 40).Encode())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		tr, err := trace.Decode(data, nil)
		if err != nil {
			return
		}
		encoded := tr.Encode()
		again, err := trace.Decode(encoded, nil)
		require.NoError(t, err)
		require.Equal(t, tr, again)
		if len(encoded) == len(data) { // else it came from an older version
			require.Equal(t, data[6:], encoded[6:])
		}
		readEverything(t, tr)
	})
}

func TestReadersTakeAnyTrace(t *testing.T) {
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		readEverything(t, randomTrace(r, 60))
	}
}
