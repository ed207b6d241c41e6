package asyncio

import "asyncplay/runtime/object"

// The classes above the event loop's own, and the policy (CPython 3.13 asyncio/events.py).
var (
	AbstractEventLoopType = declareClass("asyncio.events", "AbstractEventLoop")
	BaseEventLoopType     = declareClass("asyncio.base_events", "BaseEventLoop", AbstractEventLoopType)
	PolicyType            = declareClass("asyncio.unix_events", "_UnixDefaultEventLoopPolicy")
)

func loopFunctions() []object.Value {
	return []object.Value{
		function("get_running_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			l, err := stateOf(t).runningLoop()
			if err != nil {
				return object.Value{}, err
			}
			return l.Value(), nil
		}),
		function("_get_running_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			if l := stateOf(t).running; l != nil {
				return l.Value(), nil
			}
			return object.None, nil
		}),
		function("get_event_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			s := stateOf(t)
			if s.running == nil && s.policy.IsValid() {
				return object.CallMethod(t, s.policy, "get_event_loop")
			}
			return getEventLoop(t)
		}),
		function("new_event_loop()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return newEventLoop(t)
		}),
		function("set_event_loop(loop)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			if s := stateOf(t); s.policy.IsValid() {
				return object.CallMethod(t, s.policy, "set_event_loop", a[0])
			}
			return setEventLoop(t, a[0])
		}),
		function("get_event_loop_policy()", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			s := stateOf(t)
			if !s.policy.IsValid() {
				v, err := object.Call(t, PolicyType.Value(), object.Args{})
				if err != nil {
					return object.Value{}, err
				}
				s.policy = v
			}
			return s.policy, nil
		}),
		function("set_event_loop_policy(policy)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			s := stateOf(t)
			s.policy = object.Value{}
			if !a[0].IsNone() {
				s.policy = a[0]
			}
			return object.None, nil
		}),
	}
}

// newEventLoop is asyncio.new_event_loop(): the policy's, if the program has set one.
func newEventLoop(t *object.Thread) (object.Value, *object.Exception) {
	s := stateOf(t)
	if s.policy.IsValid() {
		return object.CallMethod(t, s.policy, "new_event_loop")
	}
	l, err := s.makeLoop(t)
	if err != nil {
		return object.Value{}, err
	}
	return l.Value(), nil
}

func getEventLoop(t *object.Thread) (object.Value, *object.Exception) {
	s := stateOf(t)
	if s.running == nil && s.current == nil && !s.currentSet {
		if err := warn(t, object.DeprecationWarningType, "There is no current event loop"); err != nil {
			return object.Value{}, err
		}
	}
	l, err := s.eventLoop(t)
	if err != nil {
		return object.Value{}, err
	}
	return l.Value(), nil
}

func setEventLoop(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	s := stateOf(t)
	if v.IsNone() {
		s.current, s.currentSet = nil, true
		return object.None, nil
	}
	l, ok := loopOf(v)
	if !ok {
		return object.Value{}, object.TypeErrorf("loop must be an instance of AbstractEventLoop or None, not '%s'", object.TypeName(v))
	}
	s.current, s.currentSet = l, true
	return object.None, nil
}

// policy is an instance of the default event loop policy.
type policy struct{ object.Native }

func init() {
	PolicyType.Alloc = func(cls *object.Type) *object.Object {
		p := &policy{}
		p.InitNative(cls, p)
		return &p.Object
	}
	addMethod(PolicyType, "get_event_loop(self)", func(t *object.Thread, p *policy, a []object.Value) (object.Value, *object.Exception) {
		return getEventLoop(t)
	})
	addMethod(PolicyType, "set_event_loop(self, loop)", func(t *object.Thread, p *policy, a []object.Value) (object.Value, *object.Exception) {
		return setEventLoop(t, a[1])
	})
	addMethod(PolicyType, "new_event_loop(self)", func(t *object.Thread, p *policy, a []object.Value) (object.Value, *object.Exception) {
		l, err := stateOf(t).makeLoop(t)
		if err != nil {
			return object.Value{}, err
		}
		return l.Value(), nil
	})
	for _, typ := range []*object.Type{BaseEventLoopType, LoopType} {
		typ.Alloc = func(cls *object.Type) *object.Object {
			l := &Loop{}
			l.InitNative(cls, l)
			return &l.Object
		}
	}
	addInit(BaseEventLoopType, "BaseEventLoop.__init__(self)", func(t *object.Thread, l *Loop, a []object.Value) *object.Exception {
		l.prepare(stateOf(t))
		return nil
	})
	addInit(LoopType, "_UnixSelectorEventLoop.__init__(self, selector=)", func(t *object.Thread, l *Loop, a []object.Value) *object.Exception {
		l.prepare(stateOf(t))
		return l.announce(t)
	})
}
