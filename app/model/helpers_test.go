package model

import (
	"errors"
	"testing"

	"asyncplay/app/fixture"
	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/require"
)

// fakeEnv keeps the runs that were asked for until the test answers them.
type fakeEnv struct {
	asked   []runtime.Inspect
	answers []func(runtime.Inspection, error)
	pending []*pendingRun
	stopped int
}

type pendingRun struct {
	request  runtime.Request
	progress func(Progress)
	done     func(*trace.Trace, error)
}

func (e *fakeEnv) Run(r runtime.Request, progress func(Progress), done func(*trace.Trace, error)) func() {
	e.pending = append(e.pending, &pendingRun{r, progress, done})
	return func() { e.stopped++ }
}

func (e *fakeEnv) Inspect(r runtime.Request, done func(runtime.Inspection, error)) {
	e.asked = append(e.asked, *r.Inspect)
	e.answers = append(e.answers, done)
}

func (e *fakeEnv) Settle(do func()) { do() }

// take is the oldest run not answered yet.
func (e *fakeEnv) take(t *testing.T) *pendingRun {
	t.Helper()
	require.NotEmpty(t, e.pending, "no run was asked for")
	run := e.pending[0]
	e.pending = e.pending[1:]
	return run
}

// answer gives the latest run a trace and lets all older ones be superseded.
func (e *fakeEnv) answer(t *testing.T, tr *trace.Trace) runtime.Request {
	t.Helper()
	require.NotEmpty(t, e.pending, "no run was asked for")
	last := e.pending[len(e.pending)-1]
	older := e.pending[:len(e.pending)-1]
	e.pending = nil
	for _, run := range older {
		run.done(nil, ErrSuperseded)
	}
	last.done(tr, nil)
	return last.request
}

func hungTrace() *trace.Trace { return fixture.Default().Trace() }

func fineTrace() *trace.Trace {
	q := fixture.Default()
	q.Handled = true
	return q.Trace()
}

func syntaxErrorTrace() *trace.Trace {
	r := trace.NewRecorder(10)
	text := r.Intern("SyntaxError: expected ':'")
	return r.Finish(trace.Outcome{Status: trace.StatusSyntaxError, ExitCode: 1, Text: text, Line: 3, Col: 15, EndLine: 3, EndCol: 15})
}

// newPlayground is a returning visitor's: nothing plays by itself.
func newPlayground(t *testing.T) (*Playground, *fakeEnv) {
	t.Helper()
	env := &fakeEnv{}
	p := New(env, Options{ReducedMotion: true})
	p.Play.Calm = false
	return p, env
}

// settled is a playground whose three variants have run: one hangs, two are fine.
func settled(t *testing.T) (*Playground, *fakeEnv) {
	t.Helper()
	p, env := newPlayground(t)
	env.answer(t, hungTrace())
	env.answer(t, fineTrace())
	env.answer(t, fineTrace())
	require.Empty(t, env.pending)
	return p, env
}

var errEngine = errors.New("engine failed")

func formOpen(p *Playground) bool {
	_, open := p.FormFault()
	return open
}

// formFault is the fault in the form, nil when that is closed.
func formFault(p *Playground) *Fault {
	f, open := p.FormFault()
	if !open {
		return nil
	}
	return f.Fault()
}
