package stdlib

import "asyncplay/runtime/object"

// truthOf applies a predicate; None stands for the truth of the item itself.
func truthOf(t *object.Thread, predicate, v object.Value) (bool, *object.Exception) {
	if !predicate.IsNone() {
		r, err := object.Call(t, predicate, object.Arguments(v))
		if err != nil {
			return false, err
		}
		v = r
	}
	return object.Truth(t, v)
}

// filtering defines an iterator of (predicate, iterable) by what step does with each item:
// whether it is given out, and whether it is the end.
func filtering(name string, newStep func() func(truth bool) (give, end bool), once bool) {
	iteratorClass(name+"(predicate, iterable, /)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		it, err := object.Iter(t, a[1])
		if err != nil {
			return nil, nil, err
		}
		step, decided := newStep(), false
		return func(t *object.Thread) (object.Value, *object.Exception) {
			for {
				v, err := object.Next(t, it)
				if err != nil || !v.IsValid() || decided {
					return v, err
				}
				truth, err := truthOf(t, a[0], v)
				if err != nil {
					return object.Value{}, err
				}
				give, end := step(truth)
				if end {
					return object.Value{}, nil
				}
				if give {
					decided = once
					return v, nil
				}
				if err := t.Tick(1); err != nil {
					return object.Value{}, err
				}
			}
		}, []object.Value{a[0], it}, nil
	})
}

func addFilters() {
	filtering("takewhile", func() func(bool) (bool, bool) {
		return func(truth bool) (bool, bool) { return truth, !truth }
	}, false)
	filtering("dropwhile", func() func(bool) (bool, bool) {
		return func(truth bool) (bool, bool) { return !truth, false }
	}, true)
	filtering("filterfalse", func() func(bool) (bool, bool) {
		return func(truth bool) (bool, bool) { return !truth, false }
	}, false)
	iteratorClass("compress(data, selectors)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		data, err := object.Iter(t, a[0])
		if err != nil {
			return nil, nil, err
		}
		selectors, err := object.Iter(t, a[1])
		return func(t *object.Thread) (object.Value, *object.Exception) {
			for {
				v, err := object.Next(t, data)
				if err != nil || !v.IsValid() {
					return v, err
				}
				selected, err := object.Next(t, selectors)
				if err != nil || !selected.IsValid() {
					return object.Value{}, err
				}
				if truth, err := object.Truth(t, selected); err != nil || truth {
					return v, err
				}
			}
		}, []object.Value{data, selectors}, err
	})
	iteratorClass("starmap(function, iterable, /)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		it, err := object.Iter(t, a[1])
		return func(t *object.Thread) (object.Value, *object.Exception) {
			v, err := object.Next(t, it)
			if err != nil || !v.IsValid() {
				return v, err
			}
			args, err := object.ToSlice(t, v)
			if err != nil {
				return object.Value{}, err
			}
			return object.Call(t, a[0], object.Args{Pos: args})
		}, []object.Value{a[0], it}, err
	})
	addIslice()
}

func addIslice() {
	iteratorClass("islice(iterable, start, stop=, step=, /)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		start, stop, step := a[1], a[2], given(a[3], object.None)
		if !stop.IsValid() {
			start, stop = object.None, start
		}
		limits := [3]int{0, -1, 1}
		for i, v := range []object.Value{start, stop, step} {
			if v.IsNone() {
				continue
			}
			n, err := object.AsIndex(t, v)
			if err == nil && n >= 0 && (i != 2 || n > 0) {
				limits[i] = n
				continue
			}
			switch {
			case i == 2:
				return nil, nil, object.ValueErrorf("Step for islice() must be a positive integer or None.")
			case !a[2].IsValid() || i == 1:
				return nil, nil, object.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
			}
			return nil, nil, object.ValueErrorf("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
		it, err := object.Iter(t, a[0])
		if err != nil {
			return nil, nil, err
		}
		at, next, end, by := 0, limits[0], limits[1], limits[2]
		return func(t *object.Thread) (object.Value, *object.Exception) {
			target := next
			if end >= 0 && target >= end {
				// CPython consumes up to the end all the same.
				target = end
			}
			for at < target {
				v, err := object.Next(t, it)
				if err != nil || !v.IsValid() {
					return object.Value{}, err
				}
				at++
				if err := t.Tick(1); err != nil {
					return object.Value{}, err
				}
			}
			if end >= 0 && next >= end {
				return object.Value{}, nil
			}
			at++
			next += by
			return object.Next(t, it)
		}, []object.Value{it}, nil
	})
}
