package stdlib

import "asyncplay/runtime/object"

// newBisectModule makes module bisect.
func newBisectModule(t *object.Thread) *object.Module {
	m := object.NewModule("bisect")
	search := func(right bool) boundFn {
		return func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			at, err := bisect(t, a, right)
			return object.Int(int64(at)), err
		}
	}
	insert := func(right bool) boundFn {
		return func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			x := a[1]
			if !absent(a[4]) {
				key, err := object.Call(t, a[4], object.Arguments(x))
				if err != nil {
					return object.Value{}, err
				}
				a[1] = key
			}
			at, err := bisect(t, a, right)
			if err != nil {
				return object.Value{}, err
			}
			_, err = object.CallMethod(t, a[0], "insert", object.Int(int64(at)), x)
			return object.None, err
		}
	}
	const parameters = "(a, x, lo=, hi=, *, key=)"
	define(m, "bisect_right"+parameters, search(true))
	define(m, "bisect_left"+parameters, search(false))
	define(m, "insort_right"+parameters, insert(true))
	define(m, "insort_left"+parameters, insert(false))
	m.Dict.SetStr("bisect", m.Dict.GetStr("bisect_right"))
	m.Dict.SetStr("insort", m.Dict.GetStr("insort_right"))
	return m
}

// bisect finds where x goes in the sorted list; a holds the arguments a, x, lo, hi and key.
func bisect(t *object.Thread, a []object.Value, right bool) (int, *object.Exception) {
	lo, hi := 0, 0
	var err *object.Exception
	if a[2].IsValid() {
		if lo, err = object.AsIndex(t, a[2]); err != nil {
			return 0, err
		}
	}
	if lo < 0 {
		return 0, object.ValueErrorf("lo must be non-negative")
	}
	if absent(a[3]) {
		hi, err = object.Len(t, a[0])
	} else {
		hi, err = object.AsIndex(t, a[3])
	}
	if err != nil {
		return 0, err
	}
	for lo < hi {
		mid := lo + (hi-lo)/2
		item, err := object.GetItem(t, a[0], object.Int(int64(mid)))
		if err == nil && !absent(a[4]) {
			item, err = object.Call(t, a[4], object.Arguments(item))
		}
		if err != nil {
			return 0, err
		}
		var above bool
		if right {
			above, err = object.CompareBool(t, object.CompareLt, a[1], item)
		} else {
			above, err = object.CompareBool(t, object.CompareLt, item, a[1])
			above = !above
		}
		if err != nil {
			return 0, err
		}
		if above {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo, nil
}
