package stdlib

import (
	"math"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
)

// now is the virtual time in seconds: what every clock of the program shows. It is also the
// number of seconds since 1970 in UTC.
func now(t *object.Thread) float64 { return asyncio.Clock(t).NowSeconds }

// nanoseconds is a time in whole nanoseconds, rounded half to even.
func nanoseconds(seconds float64) object.Value {
	v, err := object.FloatToInt(math.RoundToEven(seconds * 1e9))
	if err != nil {
		return object.Int(0)
	}
	return v
}

func newTimeModule(t *object.Thread) *object.Module {
	m := object.NewModule("time")
	for _, name := range []string{"time", "monotonic", "perf_counter", "process_time", "thread_time"} {
		defineN(m, name, 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Float(now(t)), nil
		})
		defineN(m, name+"_ns", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return nanoseconds(now(t)), nil
		})
	}
	define1(m, "sleep", timeSleep)
	addCalendarFunctions(m)
	m.Dict.SetStr("struct_time", structTime.typ.Value())
	m.Dict.SetStr("timezone", object.Int(0))
	m.Dict.SetStr("altzone", object.Int(0))
	m.Dict.SetStr("daylight", object.Int(0))
	m.Dict.SetStr("tzname", object.NewTuple(object.NewStr("UTC"), object.NewStr("UTC")))
	for i, name := range []string{"CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID"} {
		m.Dict.SetStr(name, object.Int(int64(i)))
	}
	define1(m, "clock_gettime", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		return object.Float(now(t)), nil
	})
	define1(m, "clock_gettime_ns", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		return nanoseconds(now(t)), nil
	})
	return m
}

// timeSleep is time.sleep(): it blocks the whole event loop, unless a simulated thread calls
// it.
func timeSleep(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
	seconds, ok := object.FloatOf(x)
	if !ok {
		if !object.IsIntLike(x) {
			return object.Value{}, notATime(t, x)
		}
		n, err := object.Index(t, x)
		if err != nil {
			return object.Value{}, err
		}
		if seconds, err = object.IntToFloat(n); err != nil {
			return object.Value{}, err
		}
	}
	switch {
	case seconds != seconds:
		return object.Value{}, object.ValueErrorf("Invalid value NaN (not a number)")
	case seconds < 0:
		return object.Value{}, object.ValueErrorf("sleep length must be non-negative")
	case seconds >= sleepMaxSeconds:
		return object.Value{}, object.Errorf(object.OverflowErrorType, "timestamp too large to convert to C PyTime_t")
	}
	return object.None, asyncio.Sleep(t, seconds)
}

// notATime is the error of a length of sleep that is no number. CPython compares it with zero
// before it looks at its type.
func notATime(t *object.Thread, x object.Value) *object.Exception {
	if _, err := object.Compare(t, object.CompareLt, x, object.Int(0)); err != nil {
		return err
	}
	return object.TypeErrorf("'%s' object cannot be interpreted as an integer", object.TypeName(x))
}

// sleepMaxSeconds is the longest time that CPython can count in nanoseconds.
const sleepMaxSeconds = 1 << 63 / 1e9
