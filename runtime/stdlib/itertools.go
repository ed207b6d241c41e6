package stdlib

import "asyncplay/runtime/object"

// nextFn gives the next item of an iterator, the zero Value at its end.
type nextFn = func(t *object.Thread) (object.Value, *object.Exception)

// iteratorMaker makes an iterator from bound arguments: the function that steps it, and the
// values that it holds.
type iteratorMaker func(t *object.Thread, a []object.Value) (next nextFn, refs []object.Value, err *object.Exception)

// itertoolsTypes are the iterator types of module itertools by name.
var itertoolsTypes = map[string]*object.Type{}

// iteratorClass defines an iterator type; the declaration is of its constructor.
func iteratorClass(decl string, maker iteratorMaker) {
	sig := object.NativeSignature(decl)
	typ := object.DeclareIteratorType("itertools", sig.Name)
	declared = append(declared, typ)
	typ.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		a := make([]object.Value, sig.Slots())
		if err := sig.Bind(args, a); err != nil {
			return object.Value{}, err
		}
		next, refs, err := maker(t, a)
		if err != nil {
			return object.Value{}, err
		}
		return object.NewIterator(typ, ticking(next), refs...), nil
	}
	itertoolsTypes[sig.Name] = typ
}

// ticking counts each item as a step: some iterators run without any code of the program.
func ticking(next nextFn) nextFn {
	return func(t *object.Thread) (object.Value, *object.Exception) {
		if err := t.Tick(1); err != nil {
			return object.Value{}, err
		}
		return next(t)
	}
}

// newItertoolsModule makes module itertools.
func newItertoolsModule(t *object.Thread) *object.Module {
	m := object.NewModule("itertools")
	for name, typ := range sorted(itertoolsTypes) {
		m.Dict.SetStr(name, typ.Value())
	}
	defineN(m, "tee", 1, 2, itertoolsTee)
	return m
}

func init() {
	addEndlessIterators()
	addChain()
	addFilters()
	addAccumulate()
	addGrouping()
	addZipLongest()
	addCombinatorics()
}

func addEndlessIterators() {
	iteratorClass("cycle(iterable, /)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		it, err := object.Iter(t, a[0])
		if err != nil {
			return nil, nil, err
		}
		list := object.NewList(nil)
		saved, _ := object.AsList(list)
		i := -1
		return func(t *object.Thread) (object.Value, *object.Exception) {
			if i < 0 {
				v, err := object.Next(t, it)
				if err != nil || v.IsValid() {
					if err == nil {
						err = saved.Append(t, v)
					}
					return v, err
				}
				i = 0
			}
			if len(saved.Items) == 0 {
				return object.Value{}, nil
			}
			v := saved.Items[i]
			i = (i + 1) % len(saved.Items)
			return v, nil
		}, []object.Value{it, list}, nil
	})
}

// chained steps through the iterables that an iterator gives.
func chained(outer object.Value) (next nextFn, refs []object.Value) {
	var inner object.Value
	current := object.NewList(nil) // holds inner
	list, _ := object.AsList(current)
	return func(t *object.Thread) (object.Value, *object.Exception) {
		for {
			if !inner.IsValid() {
				iterable, err := object.Next(t, outer)
				if err != nil || !iterable.IsValid() {
					return object.Value{}, err
				}
				if inner, err = object.Iter(t, iterable); err != nil {
					return object.Value{}, err
				}
				list.Items = append(list.Items[:0], inner)
			}
			v, err := object.Next(t, inner)
			if err != nil || v.IsValid() {
				return v, err
			}
			inner, list.Items = object.Value{}, list.Items[:0]
			if err := t.Tick(1); err != nil {
				return object.Value{}, err
			}
		}
	}, []object.Value{outer, current}
}

func addChain() {
	iteratorClass("chain(*iterables)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		outer, err := object.Iter(t, a[0])
		next, refs := chained(outer)
		return next, refs, err
	})
	typ := itertoolsTypes["chain"]
	typ.AddClassMethod("from_iterable", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if len(a.Pos) != 2 {
			return object.Value{}, object.TypeErrorf("itertools.chain.from_iterable() takes exactly one argument (%d given)", len(a.Pos)-1)
		}
		outer, err := object.Iter(t, a.Pos[1])
		if err != nil {
			return object.Value{}, err
		}
		next, refs := chained(outer)
		return object.NewIterator(typ, ticking(next), refs...), nil
	})
}

func addAccumulate() {
	iteratorClass("accumulate(iterable, func=, *, initial=)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		it, err := object.Iter(t, a[0])
		fn := given(a[1], object.None)
		total, initial := object.Value{}, given(a[2], object.None)
		return func(t *object.Thread) (object.Value, *object.Exception) {
			if !initial.IsNone() {
				total, initial = initial, object.None
				return total, nil
			}
			v, err := object.Next(t, it)
			if err != nil || !v.IsValid() {
				return v, err
			}
			switch {
			case !total.IsValid():
				total = v
			case fn.IsNone():
				total, err = object.Binary(t, object.OpAdd, total, v)
			default:
				total, err = object.Call(t, fn, object.Arguments(total, v))
			}
			return total, err
		}, []object.Value{it, fn, initial}, err
	})
}

func addGrouping() {
	iteratorClass("pairwise(iterable, /)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		it, err := object.Iter(t, a[0])
		var previous object.Value
		return func(t *object.Thread) (object.Value, *object.Exception) {
			if !previous.IsValid() {
				v, err := object.Next(t, it)
				if err != nil || !v.IsValid() {
					return v, err
				}
				previous = v
			}
			v, err := object.Next(t, it)
			if err != nil || !v.IsValid() {
				return v, err
			}
			pair := object.NewTuple(previous, v)
			previous = v
			return pair, nil
		}, []object.Value{it}, err
	})
	iteratorClass("batched(iterable, n, *, strict=)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		n, err := object.AsIndex(t, a[1])
		if err != nil {
			return nil, nil, err
		}
		if n < 1 {
			return nil, nil, object.ValueErrorf("n must be at least one")
		}
		strict, err := object.Truth(t, given(a[2], object.False))
		if err != nil {
			return nil, nil, err
		}
		it, err := object.Iter(t, a[0])
		return func(t *object.Thread) (object.Value, *object.Exception) {
			var batch []object.Value
			for len(batch) < n {
				v, err := object.Next(t, it)
				if err != nil {
					return v, err
				}
				if !v.IsValid() {
					break
				}
				batch = append(batch, v)
			}
			switch {
			case len(batch) == 0:
				return object.Value{}, nil
			case strict && len(batch) < n:
				return object.Value{}, object.ValueErrorf("batched(): incomplete batch")
			}
			return object.NewTuple(batch...), t.Charge(int64(len(batch)) * 16)
		}, []object.Value{it}, err
	})
	addGroupBy()
}

func addZipLongest() {
	iteratorClass("zip_longest(*iterables, fillvalue=)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		fill := given(a[0], object.None)
		its, err := iterators(t, tupleOf(a[1]))
		if err != nil {
			return nil, nil, err
		}
		active := len(its)
		return func(t *object.Thread) (object.Value, *object.Exception) {
			if active == 0 {
				return object.Value{}, nil
			}
			row := make([]object.Value, len(its))
			for i, it := range its {
				row[i] = fill
				if !it.IsValid() {
					continue
				}
				v, err := object.Next(t, it)
				if err != nil {
					return object.Value{}, err
				}
				if v.IsValid() {
					row[i] = v
					continue
				}
				its[i] = object.Value{}
				if active--; active == 0 {
					return object.Value{}, nil
				}
			}
			return object.NewTuple(row...), nil
		}, append(its[:len(its):len(its)], fill), nil
	})
}

func iterators(t *object.Thread, iterables []object.Value) ([]object.Value, *object.Exception) {
	its := make([]object.Value, len(iterables))
	for i, v := range iterables {
		it, err := object.Iter(t, v)
		if err != nil {
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}
