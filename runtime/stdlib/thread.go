package stdlib

import (
	"math"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
)

// parkingObject is a place where threads wait, for the locks of module threading.
type parkingObject struct {
	object.Native
	asyncio.Parking
}

// poolObject is a bounded number of threads, for concurrent.futures.
type poolObject struct {
	object.Native
	asyncio.Pool
}

var (
	parkingType = declare("_thread", "Parking")
	poolType    = declare("_thread", "Pool")
)

func init() {
	parkingType.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		p := &parkingObject{}
		p.InitNative(parkingType, p)
		return p.Value(), nil
	}
	method(parkingType, "wait(self, timeout=, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		timeoutSeconds := math.Inf(1)
		if !absent(a[1]) {
			var err *object.Exception
			if timeoutSeconds, err = object.ToFloat(t, a[1]); err != nil {
				return object.Value{}, err
			}
		}
		p, _ := object.AsNative[*parkingObject](a[0])
		woken, err := p.Wait(t, math.Max(0, timeoutSeconds))
		return object.Bool(woken), err
	})
	method(parkingType, "wake(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		p, _ := object.AsNative[*parkingObject](a[0])
		p.Wake(t)
		return object.None, nil
	})
	method(parkingType, "wake_all(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		p, _ := object.AsNative[*parkingObject](a[0])
		p.WakeAll(t)
		return object.None, nil
	})
	poolType.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		if err := args.CheckCount("Pool", 1, 1); err != nil {
			return object.Value{}, err
		}
		n, err := object.AsIndex(t, args.Pos[0])
		p := &poolObject{Pool: asyncio.Pool{ThreadsMax: n}}
		p.InitNative(poolType, p)
		return p.Value(), err
	}
}

// newThreadModule makes _thread: simulated threads.
func newThreadModule(t *object.Thread) *object.Module {
	m := object.NewModule("_thread")
	m.Dict.SetStr("Parking", parkingType.Value())
	m.Dict.SetStr("Pool", poolType.Value())
	// start runs fn() in a new thread and then done(result, exception); tag is what current()
	// gives inside it.
	define(m, "start(fn, *, name, done=, pool=, daemon=, tag=)", startThread)
	defineN(m, "current", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if th := asyncio.CurrentThread(t); th != nil {
			if tag, ok := th.Tag.(object.Value); ok {
				return tag, nil
			}
			return object.False, nil
		}
		return object.None, nil
	})
	return m
}

func startThread(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	fn, done := a[0], given(a[2], object.None)
	job := asyncio.Job{
		Name: str(a[1]),
		Held: []object.Value{fn, done},
		Run: func(t *object.Thread) (object.Value, *object.Exception) {
			return object.Call(t, fn, object.Args{})
		},
	}
	if !done.IsNone() {
		job.Done = func(t *object.Thread, result object.Value, err *object.Exception) {
			exc := object.None
			if err != nil {
				result, exc = object.None, err.Value()
			}
			// done is the library's own and raises nothing.
			_, _ = object.Call(t, done, object.Arguments(result, exc))
		}
	}
	if p, ok := object.AsNative[*poolObject](given(a[3], object.None)); ok {
		job.Pool = &p.Pool
	}
	daemon, err := object.Truth(t, given(a[4], object.False))
	if err != nil {
		return object.Value{}, err
	}
	job.Daemon = daemon
	if a[5].IsValid() {
		job.Tag = a[5]
	}
	return object.None, asyncio.StartThread(t, job)
}
