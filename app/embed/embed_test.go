package embed

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"asyncplay/app/fixture"
	"asyncplay/app/host"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// frame is what a frame holds after the updates that it got.
type frame struct {
	t      *testing.T
	server *Server
	port   int
	parts  map[string]json.RawMessage
	events []Event
	drawn  map[string]int // pictures by canvas
	settle func()         // lets everything happen that is under way
}

// queuedEngine runs a request when the test drains it.
type queuedEngine struct {
	run   host.RunFunc
	queue *[]func()
}

func (e queuedEngine) Run(request []byte, _ func(host.Progress), onDone func([]byte, error)) func() {
	var stopped error
	*e.queue = append(*e.queue, func() {
		if stopped != nil {
			onDone(nil, stopped)
			return
		}
		onDone(e.run(request, func() error { return nil }, func(host.Progress) {}))
	})
	return func() { stopped = host.ErrStopped }
}

// newFrames makes frames on one server.
func newFrames(t *testing.T, n int) []*frame {
	var frames []*frame
	var runs []func()
	var timers []func()
	server := NewServer(func(port int, u Update) { frames[port].take(u) }, func(run host.RunFunc) host.Engine { return queuedEngine{run, &runs} }, nil)
	server.after = func(_ time.Duration, do func()) { timers = append(timers, do) }
	settle := func() {
		for {
			server.drain()
			switch {
			case len(runs) > 0:
				run := runs[0]
				runs = runs[1:]
				run()
			case len(timers) > 0:
				timer := timers[0]
				timers = timers[1:]
				timer()
			default:
				return
			}
		}
	}
	for i := range n {
		frames = append(frames, &frame{t: t, server: server, port: i, parts: map[string]json.RawMessage{}, drawn: map[string]int{}, settle: settle})
	}
	return frames
}

func (f *frame) take(u Update) {
	var message struct {
		Parts  map[string]json.RawMessage
		Events []Event
	}
	require.NoError(f.t, json.Unmarshal([]byte(u.Text), &message))
	for name, part := range message.Parts {
		f.parts[name] = part
	}
	f.events = append(f.events, message.Events...)
	for _, p := range u.Pictures {
		f.drawn[p.Canvas]++
		assert.Len(f.t, p.Bytes, p.Shapes*8*4)
	}
}

// do sends a command and lets everything that follows from it happen.
func (f *frame) do(command string, args ...any) {
	f.t.Helper()
	c := map[string]any{"do": command}
	for i := 0; i+1 < len(args); i += 2 {
		c[args[i].(string)] = args[i+1]
	}
	text, err := json.Marshal(c)
	require.NoError(f.t, err)
	f.server.Receive(f.port, string(text))
	f.settle()
}

func shown[T any](f *frame, name string) T {
	f.t.Helper()
	var out T
	require.Contains(f.t, f.parts, name)
	require.NoError(f.t, json.Unmarshal(f.parts[name], &out))
	return out
}

func (f *frame) result() *Result {
	f.t.Helper()
	for i := len(f.events) - 1; i >= 0; i-- {
		if f.events[i].Type == "result" {
			return f.events[i].Detail
		}
	}
	f.t.Fatal("no result was told")
	return nil
}

func (f *frame) problems() string {
	var texts []string
	for _, e := range f.events {
		if e.Type == "error" {
			texts = append(texts, e.Message)
		}
	}
	return strings.Join(texts, "\n")
}

func open(t *testing.T, o map[string]any) *frame {
	f := newFrames(t, 1)[0]
	f.do("open", "data", o)
	return f
}

func variants(sources ...string) []Source {
	names := []string{"first", "second", "third"}
	var out []Source
	for i, s := range sources {
		out = append(out, Source{names[i], s})
	}
	return out
}

func TestASessionRunsAndShowsItsProgram(t *testing.T) {
	f := open(t, map[string]any{"variants": variants(fixture.Pool), "size": size{300, 240, 200, 24}})
	assert.Empty(t, f.problems())
	r := f.result()
	assert.Equal(t, "finished", r.Outcome)
	assert.Contains(t, r.Stdout, "w0 slept 0.1\n")
	assert.Equal(t, 4, r.Tasks)
	assert.Equal(t, "fine", shown[head](f, "head").Outcome)
	assert.Equal(t, "finishes at 0.900 s", shown[head](f, "head").Text)
	assert.Equal(t, 1, f.drawn["still"])
	assert.Equal(t, 1, f.drawn["minimap-canvas"])
	assert.Len(t, shown[lanes](f, "lanes").Labels, 4)
	assert.Equal(t, "slider", shown[[]knob](f, "knobs")[0].Kind)
	assert.True(t, shown[clock](f, "clock").AtEnd, "a run without a moment shows its end")
}

func TestFaultsSettingsSeedAndMoment(t *testing.T) {
	f := open(t, map[string]any{
		"variants": variants(fixture.Pool, fixture.PoolFixed), "fault": `10:raise=RuntimeError('a;b'):nth=2`, "set": "WORKERS=2", "at": 0.4,
	})
	assert.Empty(t, f.problems())
	r := f.result()
	assert.Equal(t, "hung", r.Outcome)
	assert.Equal(t, "task-done-missing", r.Verdict)
	assert.Len(t, shown[lanes](f, "lanes").Labels, 3)
	assert.Equal(t, "0.400", shown[clock](f, "clock").Text)
	assert.Equal(t, "finished", shown[head](f, "head").Variants[1].Word, "the fault follows its line into the other variant, which survives it")
}

func TestApplyTellsItsResultEvenWhenNothingChanges(t *testing.T) {
	f := open(t, map[string]any{"variants": variants(fixture.Pool)})
	f.do("apply", "id", 7, "data", map[string]any{"fault": `10:raise=RuntimeError("no")`})
	assert.Equal(t, "hung", f.result().Outcome)
	assert.Equal(t, []int{7}, f.events[len(f.events)-1].Commands)
	before := len(f.events)
	f.do("apply", "id", 8, "data", map[string]any{"fault": `10:raise=RuntimeError("no")`})
	require.Len(t, f.events, before+1)
	assert.Equal(t, []int{8}, f.events[before].Commands)
	f.do("apply", "id", 9, "data", map[string]any{"fault": "", "set": "WORKERS=6"})
	assert.Equal(t, "finished", f.result().Outcome)
	assert.InDelta(t, 0.6, f.result().Seconds, 1e-9)
	f.do("reset")
	assert.InDelta(t, 0.9, f.result().Seconds, 1e-9)
}

func TestWhatIsWrongInTheOptionsIsToldAndLeftOut(t *testing.T) {
	f := open(t, map[string]any{"variants": variants(fixture.Pool), "fault": "x:raise;10:explode", "set": "NONE=1;WORKERS", "variant": "ghost"})
	for _, want := range []string{`"x:raise"`, `"10:explode"`, "no #@param named NONE", "NAME=VALUE", `"ghost"`} {
		assert.Contains(t, f.problems(), want)
	}
	assert.Equal(t, "finished", f.result().Outcome)
}

func TestAProgramThatDoesNotCompile(t *testing.T) {
	f := open(t, map[string]any{"variants": variants("x = = 1\n")})
	r := f.result()
	assert.Equal(t, "raised", r.Outcome)
	assert.Equal(t, "SyntaxError: invalid syntax", r.Exception)
	assert.Equal(t, 1, r.Line)
	assert.Equal(t, "broken", shown[head](f, "head").Outcome)
}

func TestAStateFromALink(t *testing.T) {
	o := Options{Variants: variants(fixture.Pool), Fault: `10:delay=1`}
	text, problems := o.Encode()
	require.Empty(t, problems)
	f := open(t, map[string]any{"state": text})
	assert.Empty(t, f.problems())
	assert.Equal(t, "finished", f.result().Outcome)
	assert.Greater(t, f.result().Seconds, 2.0, "the fault delays every worker")
	bad := open(t, map[string]any{"state": `{"v":9}`})
	assert.Contains(t, bad.problems(), "cannot be read")
}

func TestPlayingSendsTheClockAlone(t *testing.T) {
	f := open(t, map[string]any{"variants": variants(fixture.Pool)})
	f.do("run")
	assert.True(t, shown[clock](f, "clock").Playing)
	for name := range f.parts {
		delete(f.parts, name)
	}
	f.do("frame", "n", 0.01)
	assert.Contains(t, f.parts, "clock")
	assert.NotContains(t, f.parts, "head")
	assert.NotContains(t, f.parts, "knobs")
	for range 40 {
		f.do("frame", "n", 0.1)
	}
	assert.False(t, shown[clock](f, "clock").Playing)
	assert.True(t, shown[clock](f, "clock").AtEnd)
}

func TestWhatIsPointedAtIsToldByItsNames(t *testing.T) {
	f := open(t, map[string]any{"variants": variants(fixture.Pool), "size": size{300, 240, 200, 24}})
	l := shown[lanes](f, "lanes")
	f.do("hover", "x", 60, "n", l.LanesTop+1.5*l.LaneHeight)
	assert.Equal(t, "1:4", shown[lit](f, "lit").Item, "the sleep of w0 on its item")
	f.do("hover", "x", 60, "n", l.LanesTop+0.5*l.LaneHeight)
	assert.Equal(t, fixture.PoolLineJoin, shown[lit](f, "lit").Line, "main waits in join()")
	f.do("light", "n", 3)
	assert.Equal(t, 3, shown[lit](f, "lit").Task)
	f.do("hover", "x", -1, "n", 0)
	assert.Equal(t, lit{}, shown[lit](f, "lit"))
	rows := shown[spans](f, "spans").Rows
	assert.Greater(t, len(rows), 8)
	assert.Len(t, rows[0], 5)
	f.do("start")
	f.do("point", "name", "press", "x", 296, "n", l.LanesTop+1.5*l.LaneHeight)
	assert.Equal(t, "0.900", shown[clock](f, "clock").Text, "the end of w0")
}

func TestSessionsAreApart(t *testing.T) {
	frames := newFrames(t, 3)
	for i, source := range []string{"print('a')\n", "print('b')\n", "print('c')\n"} {
		frames[i].do("open", "data", map[string]any{"variants": variants(source)})
	}
	frames[1].do("code", "text", "print('changed')\n")
	assert.Equal(t, "a\n", frames[0].result().Stdout)
	assert.Equal(t, "changed\n", frames[1].result().Stdout)
	assert.Equal(t, "c\n", frames[2].result().Stdout)
	frames[1].server.Receive(1, "")
	frames[1].settle()
	assert.Len(t, frames[1].server.sessions, 2)
}

func TestThereIsAnEndToSessions(t *testing.T) {
	frames := newFrames(t, sessionsMax+1)
	for _, f := range frames {
		f.do("open", "data", map[string]any{"variants": variants("print('a')\n")})
	}
	assert.Contains(t, frames[sessionsMax].problems(), "too many programs")
	frames[0].server.Receive(0, "")
	frames[sessionsMax].do("open", "data", map[string]any{"variants": variants("print('b')\n")})
	assert.Equal(t, "b\n", frames[sessionsMax].result().Stdout)
}

func TestNoMessageOfAFrameBreaksTheServer(t *testing.T) {
	f := open(t, map[string]any{"variants": variants(fixture.Pool)})
	for _, message := range []string{
		"{", "[]", `{"do":"seek","n":1e300}`, `{"do":"event","n":-5}`, `{"do":"variant","n":99}`, `{"do":"variant","n":-1}`,
		`{"do":"size","data":{"plot":-1}}`, `{"do":"size","data":{"plot":1e9}}`, `{"do":"size","data":"x"}`, `{"do":"apply","data":[]}`,
		`{"do":"apply","data":{"variant":"ghost"}}`, `{"do":"gutter","n":1e9}`, `{"do":"knob","name":"WORKERS","text":"__import__('os')"}`,
		`{"do":"frame","n":-1}`, `{"do":"zoom","n":0,"x":-3}`, `{"do":"scroll","n":1e12}`, `{"do":"point","x":-1e9}`, `{"do":"mini","x":1e9}`,
		`{"do":"open","data":{"variants":[]}}`, `{"do":"lang","text":"xx"}`, `{"do":"ghost"}`,
	} {
		f.server.Receive(0, message)
		f.settle()
	}
	f.do("run", "id", 3)
	assert.Equal(t, "finished", f.result().Outcome)
	empty := open(t, map[string]any{"variants": []Source{}})
	assert.Equal(t, "finished", empty.result().Outcome)
}
