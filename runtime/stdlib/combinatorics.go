package stdlib

import "asyncplay/runtime/object"

// selection is an iterator that gives tuples of pool items by index; step moves the indices
// on and reports whether there is another one.
func selection(pools func(i int) []object.Value, indices []int, step func() bool, empty bool) nextFn {
	started := false
	return func(t *object.Thread) (object.Value, *object.Exception) {
		if empty || started && !step() {
			empty = true
			return object.Value{}, nil
		}
		started = true
		row := make([]object.Value, len(indices))
		for i, at := range indices {
			row[i] = pools(i)[at]
		}
		return object.NewTuple(row...), t.Tick(len(indices))
	}
}

func addCombinatorics() {
	iteratorClass("product(*iterables, repeat=)", makeProduct)
	chooser("combinations", func(pool []object.Value, r int) (nextFn, *object.Exception) {
		indices := upTo(r)
		n := len(pool)
		return selection(func(int) []object.Value { return pool }, indices, func() bool {
			i := r - 1
			for i >= 0 && indices[i] == i+n-r {
				i--
			}
			if i < 0 {
				return false
			}
			indices[i]++
			for j := i + 1; j < r; j++ {
				indices[j] = indices[j-1] + 1
			}
			return true
		}, r > n), nil
	})
	chooser("combinations_with_replacement", func(pool []object.Value, r int) (nextFn, *object.Exception) {
		indices := make([]int, r)
		n := len(pool)
		return selection(func(int) []object.Value { return pool }, indices, func() bool {
			i := r - 1
			for i >= 0 && indices[i] == n-1 {
				i--
			}
			if i < 0 {
				return false
			}
			at := indices[i] + 1
			for ; i < r; i++ {
				indices[i] = at
			}
			return true
		}, n == 0 && r > 0), nil
	})
	iteratorClass("permutations(iterable, r=)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		pool, err := object.ToSlice(t, a[0])
		if err != nil {
			return nil, nil, err
		}
		r := len(pool)
		if !absent(a[1]) {
			if !object.IsIntLike(a[1]) {
				return nil, nil, object.TypeErrorf("Expected int as r")
			}
			if r, err = object.AsIndex(t, a[1]); err != nil {
				return nil, nil, err
			}
		}
		if r < 0 {
			return nil, nil, object.ValueErrorf("r must be non-negative")
		}
		return permutations(pool, r), pool, t.Charge(int64(r) * 8)
	})
}

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// chooser defines an iterator of (iterable, r).
func chooser(name string, make_ func(pool []object.Value, r int) (nextFn, *object.Exception)) {
	iteratorClass(name+"(iterable, r)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		pool, err := object.ToSlice(t, a[0])
		if err != nil {
			return nil, nil, err
		}
		r, err := object.AsIndex(t, a[1])
		if err != nil {
			return nil, nil, err
		}
		if r < 0 {
			return nil, nil, object.ValueErrorf("r must be non-negative")
		}
		if err := t.Charge(int64(r) * 8); err != nil {
			return nil, nil, err
		}
		next, err := make_(pool, r)
		return next, pool, err
	})
}

// permutations goes through the arrangements of r items in lexicographic order: cycles
// counts for each place how often its item can still be exchanged.
func permutations(pool []object.Value, r int) nextFn {
	n := len(pool)
	order := upTo(n)
	cycles := make([]int, min(r, n))
	for i := range cycles {
		cycles[i] = n - i
	}
	return selection(func(int) []object.Value { return pool }, order[:min(r, n)], func() bool {
		for i := r - 1; i >= 0; i-- {
			cycles[i]--
			if cycles[i] > 0 {
				j := n - cycles[i]
				order[i], order[j] = order[j], order[i]
				return true
			}
			first := order[i]
			copy(order[i:], order[i+1:])
			order[n-1] = first
			cycles[i] = n - i
		}
		return false
	}, r > n)
}

func makeProduct(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
	repeat := 1
	if a[0].IsValid() {
		var err *object.Exception
		if repeat, err = object.AsIndex(t, a[0]); err != nil {
			return nil, nil, err
		}
		if repeat < 0 {
			return nil, nil, object.ValueErrorf("repeat argument cannot be negative")
		}
	}
	iterables := tupleOf(a[1])
	if err := t.Charge(int64(repeat) * int64(len(iterables)+1) * 32); err != nil {
		return nil, nil, err
	}
	once := make([][]object.Value, len(iterables))
	var refs []object.Value
	for i, v := range iterables {
		pool, err := object.ToSlice(t, v)
		if err != nil {
			return nil, nil, err
		}
		once[i] = pool
		refs = append(refs, pool...)
	}
	var pools [][]object.Value
	empty := false
	for range repeat {
		for _, p := range once {
			pools = append(pools, p)
			empty = empty || len(p) == 0
		}
	}
	indices := make([]int, len(pools))
	return selection(func(i int) []object.Value { return pools[i] }, indices, func() bool {
		for i := len(indices) - 1; i >= 0; i-- {
			if indices[i]++; indices[i] < len(pools[i]) {
				return true
			}
			indices[i] = 0
		}
		return false
	}, empty), refs, nil
}
