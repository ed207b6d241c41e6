package asyncio

import (
	"slices"
	"strconv"

	"asyncplay/runtime/object"
)

// timeoutState is the life of a Timeout.
type timeoutState uint8

const (
	timeoutCreated timeoutState = iota
	timeoutActive
	timeoutExpiring
	timeoutExpired
	timeoutFinished
)

var timeoutStateNames = [...]string{"created", "active", "expiring", "expired", "finished"}

// Timeout is asyncio.Timeout, what timeout() and timeout_at() return (CPython 3.13
// asyncio/timeouts.py). wait_for uses it too.
type Timeout struct {
	object.Native
	state      timeoutState
	when       float64
	hasWhen    bool
	given      object.Value // the deadline as it was given, which when() returns; invalid for one that was computed
	handle     *Handle
	task       *Task
	cancelling int
}

// TimeoutType is asyncio.Timeout.
var TimeoutType = declareClass("asyncio.timeouts", "Timeout")

func newTimeout(when float64, hasWhen bool) *Timeout {
	o := &Timeout{when: when, hasWhen: hasWhen}
	o.InitNative(TimeoutType, o)
	return o
}

// newTimeoutAfter is timeout(delay); None for no deadline.
func newTimeoutAfter(t *object.Thread, delay object.Value) (*Timeout, *object.Exception) {
	l, err := stateOf(t).runningLoop()
	if err != nil {
		return nil, err
	}
	if delay.IsNone() {
		return newTimeout(0, false), nil
	}
	seconds, err := object.ToFloat(t, delay)
	if err != nil {
		return nil, object.TypeErrorf("unsupported operand type(s) for +: 'float' and '%s'", object.TypeName(delay))
	}
	now, err := l.now(t)
	return newTimeout(now+seconds, true), err
}

func (o *Timeout) enter(t *object.Thread) *object.Exception {
	if o.state != timeoutCreated {
		return object.RuntimeErrorf("Timeout has already been entered")
	}
	k := stateOf(t).currentTask()
	if k == nil {
		return object.RuntimeErrorf("Timeout should be used inside a task")
	}
	o.state, o.task, o.cancelling = timeoutActive, k, k.cancelRequests
	k.timeouts = append(k.timeouts, o)
	return o.schedule(t)
}

// schedule sets the timer for the deadline; one that has passed fires in the next pass.
func (o *Timeout) schedule(t *object.Thread) *object.Exception {
	if o.handle != nil {
		o.handle.cancel(t)
		o.handle = nil
	}
	if !o.hasWhen {
		return nil
	}
	l := o.task.loop
	now, err := l.now(t)
	switch {
	case err != nil:
	case o.when <= now:
		o.handle = l.callSoonGo(o.expire, nil)
	default:
		o.handle, err = l.timerAt(t, o.when, o.expire)
	}
	return err
}

// reschedule is Timeout.reschedule().
func (o *Timeout) reschedule(t *object.Thread, when object.Value) *object.Exception {
	switch o.state {
	case timeoutActive:
	case timeoutCreated:
		return object.RuntimeErrorf("Timeout has not been entered")
	default:
		return object.RuntimeErrorf("Cannot change state of %s Timeout", timeoutStateNames[o.state])
	}
	o.hasWhen = !when.IsNone()
	if o.hasWhen {
		seconds, err := object.ToFloat(t, when)
		if err != nil {
			return err
		}
		o.when, o.given = seconds, when
	}
	return o.schedule(t)
}

func (o *Timeout) expire(t *object.Thread) *object.Exception {
	_, err := o.task.cancel(t, object.Value{})
	o.state = timeoutExpiring
	o.handle = nil
	return err
}

// exit ends the timeout. It returns what to raise instead of exc, or nil to let exc go on.
func (o *Timeout) exit(t *object.Thread, exc *object.Exception) *object.Exception {
	if o.task == nil {
		return object.NewExceptionArgs(object.AssertionErrorType)
	}
	if o.handle != nil {
		o.handle.cancel(t)
		o.handle = nil
	}
	if i := slices.Index(o.task.timeouts, o); i >= 0 {
		o.task.timeouts = slices.Delete(o.task.timeouts, i, i+1)
	}
	switch o.state {
	case timeoutExpiring:
		o.state = timeoutExpired
		if o.task.uncancel() > o.cancelling || exc == nil {
			return nil
		}
		if exc.Is(CancelledErrorType) {
			return raiseFrom(object.NewExceptionArgs(object.TimeoutErrorType), exc)
		}
		insertTimeoutError(exc)
		for _, e := range exc.Group {
			insertTimeoutError(e)
		}
	case timeoutActive:
		o.state = timeoutFinished
	}
	return nil
}

// insertTimeoutError puts a TimeoutError between an exception and the CancelledError
// during whose handling it arose.
func insertTimeoutError(e *object.Exception) {
	for ; e.Context != nil; e = e.Context {
		if e.Context.Is(CancelledErrorType) {
			e.Context = raiseFrom(object.NewExceptionArgs(object.TimeoutErrorType), e.Context)
			return
		}
	}
}

func init() {
	self := func(v object.Value) *Timeout {
		o, _ := object.AsNative[*Timeout](v)
		return o
	}
	TimeoutType.Slots.Init = func(t *object.Thread, v object.Value, a object.Args) *object.Exception {
		if len(a.Pos) != 1 {
			return object.TypeErrorf("Timeout.__init__() missing 1 required positional argument: 'when'")
		}
		o := self(v)
		if o.hasWhen = !a.Pos[0].IsNone(); !o.hasWhen {
			return nil
		}
		when, err := object.ToFloat(t, a.Pos[0])
		o.when, o.given = when, a.Pos[0]
		return err
	}
	TimeoutType.Alloc = func(cls *object.Type) *object.Object {
		o := newTimeout(0, false)
		o.SetType(cls)
		return &o.Object
	}
	TimeoutType.AddMethod("when", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		switch o := self(a.Pos[0]); {
		case !o.hasWhen:
			return object.None, nil
		case o.given.IsValid():
			return o.given, nil
		default:
			return object.Float(o.when), nil
		}
	})
	TimeoutType.AddMethod("expired", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		state := self(a.Pos[0]).state
		return object.Bool(state == timeoutExpiring || state == timeoutExpired), nil
	})
	TimeoutType.AddMethod("reschedule", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if len(a.Pos) != 2 {
			return object.Value{}, object.TypeErrorf("Timeout.reschedule() missing 1 required positional argument: 'when'")
		}
		return object.None, self(a.Pos[0]).reschedule(t, a.Pos[1])
	})
	addAsyncContext(TimeoutType, "Timeout", func(t *object.Thread, v object.Value) object.Resumable {
		return immediate(func(t *object.Thread) (object.Value, *object.Exception) { return v, self(v).enter(t) })
	}, func(t *object.Thread, v object.Value, exc *object.Exception) object.Resumable {
		return immediate(func(t *object.Thread) (object.Value, *object.Exception) { return object.None, self(v).exit(t, exc) })
	})
	TimeoutType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		o := self(v)
		text := "<Timeout [" + timeoutStateNames[o.state] + "]"
		if o.state == timeoutActive {
			text += " when=" + o.whenText()
		}
		return object.NewStr(text + ">"), nil
	}
}

func (o *Timeout) whenText() string {
	if !o.hasWhen {
		return "None"
	}
	if n, whole := object.SmallInt(o.given); whole {
		return strconv.FormatInt(n, 10)
	}
	f, _ := strconv.ParseFloat(strconv.FormatFloat(o.when, 'f', 3, 64), 64)
	return object.FloatRepr(f)
}
