package stdlib

import (
	"math"

	"asyncplay/runtime/object"
	"asyncplay/runtime/realmath"
)

func addRandomSequences() {
	method(RandomType, "choice(self, seq)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, err := object.Len(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if n == 0 {
			return object.Value{}, object.NewException(object.IndexErrorType, "Cannot choose from an empty sequence")
		}
		return object.GetItem(t, a[1], object.Int(int64(randomOf(a[0]).belowSmall(n))))
	})
	method(RandomType, "shuffle(self, x)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, randomOf(a[0]).shuffle(t, a[1])
	})
	method(RandomType, "sample(self, population, k, *, counts=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return randomOf(a[0]).sample(t, a[1], a[2], a[3])
	})
	method(RandomType, "choices(self, population, weights=, *, cum_weights=, k=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return randomOf(a[0]).choices(t, a[1], given(a[2], object.None), given(a[3], object.None), given(a[4], object.Int(1)))
	})
}

func (r *Random) shuffle(t *object.Thread, x object.Value) *object.Exception {
	if l, ok := object.AsList(x); ok && x.Type() == object.ListType {
		for i := len(l.Items) - 1; i > 0; i-- {
			j := r.belowSmall(i + 1)
			l.Items[i], l.Items[j] = l.Items[j], l.Items[i]
		}
		return t.Tick(len(l.Items))
	}
	n, err := object.Len(t, x)
	if err != nil {
		return err
	}
	for i := n - 1; i > 0; i-- {
		if err := swapItems(t, x, i, r.belowSmall(i+1)); err != nil {
			return err
		}
	}
	return nil
}

func swapItems(t *object.Thread, x object.Value, i, j int) *object.Exception {
	atI, atJ := object.Int(int64(i)), object.Int(int64(j))
	a, err := object.GetItem(t, x, atJ)
	if err != nil {
		return err
	}
	b, err := object.GetItem(t, x, atI)
	if err != nil {
		return err
	}
	if err := object.SetItem(t, x, atI, a); err != nil {
		return err
	}
	if err := object.SetItem(t, x, atJ, b); err != nil {
		return err
	}
	return t.Tick(1)
}

// isSequence reports what collections.abc.Sequence would say of a value.
func isSequence(v object.Value) bool {
	if _, ok := object.AsDict(v); ok {
		return false
	}
	if _, ok := v.Type().Lookup("keys"); ok {
		return false
	}
	s := &v.Type().Slots
	return s.GetItem != nil && s.Len != nil
}

func (r *Random) sample(t *object.Thread, population, k, counts object.Value) (object.Value, *object.Exception) {
	if !isSequence(population) {
		return object.Value{}, object.TypeErrorf("Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	n, err := object.Len(t, population)
	if err != nil {
		return object.Value{}, err
	}
	if !absent(counts) {
		return r.sampleCounts(t, population, n, k, counts)
	}
	size, err := object.AsIndex(t, k)
	if err != nil {
		return object.Value{}, err
	}
	chosen, err := r.sampleIndices(t, n, size)
	if err != nil {
		return object.Value{}, err
	}
	result := make([]object.Value, size)
	for i, j := range chosen {
		if result[i], err = object.GetItem(t, population, object.Int(int64(j))); err != nil {
			return object.Value{}, err
		}
	}
	return object.NewList(result), nil
}

// sampleCounts is sample() of a population with repeated elements.
func (r *Random) sampleCounts(t *object.Thread, population object.Value, n int, k, counts object.Value) (object.Value, *object.Exception) {
	list, err := object.ToSlice(t, counts)
	if err != nil {
		return object.Value{}, err
	}
	if len(list) != n {
		return object.Value{}, object.ValueErrorf("The number of counts does not match the population")
	}
	total := 0
	ends := make([]int, n)
	for i, c := range list {
		if !object.IsIntLike(c) {
			return object.Value{}, object.TypeErrorf("Counts must be integers")
		}
		count, err := object.AsIndex(t, c)
		if err != nil {
			return object.Value{}, err
		}
		total += count
		ends[i] = total
	}
	if total < 0 {
		return object.Value{}, object.ValueErrorf("Counts must be non-negative")
	}
	size, err := object.AsIndex(t, k)
	if err != nil {
		return object.Value{}, err
	}
	chosen, err := r.sampleIndices(t, total, size)
	if err != nil {
		return object.Value{}, err
	}
	result := make([]object.Value, size)
	for i, j := range chosen {
		at := 0
		for ends[at] <= j {
			at++
		}
		if result[i], err = object.GetItem(t, population, object.Int(int64(at))); err != nil {
			return object.Value{}, err
		}
	}
	return object.NewList(result), t.Tick(size * n)
}

// sampleIndices draws k different numbers below n: from a list of all for a large part of
// them, else by drawing again what was drawn already. Which of the two decides what comes
// out, so the bound is CPython's.
func (r *Random) sampleIndices(t *object.Thread, n, k int) ([]int, *object.Exception) {
	if k < 0 || k > n {
		return nil, object.ValueErrorf("Sample larger than population or is negative")
	}
	if err := t.Charge(int64(k) * 16); err != nil {
		return nil, err
	}
	setSize := 21
	if k > 5 {
		setSize += int(math.Pow(4, math.Ceil(realmath.Log(float64(k*3))/realmath.Log(4))))
	}
	result := make([]int, k)
	if n <= setSize {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range result {
			j := r.belowSmall(n - i)
			result[i] = pool[j]
			pool[j] = pool[n-i-1]
		}
		return result, t.Tick(n)
	}
	selected := make(map[int]bool, k)
	for i := range result {
		j := r.belowSmall(n)
		for selected[j] {
			j = r.belowSmall(n)
		}
		selected[j] = true
		result[i] = j
	}
	return result, t.Tick(k)
}

func (r *Random) choices(t *object.Thread, population, weights, cumWeights, k object.Value) (object.Value, *object.Exception) {
	n, err := object.Len(t, population)
	if err != nil {
		return object.Value{}, err
	}
	if !cumWeights.IsNone() && !weights.IsNone() {
		return object.Value{}, object.TypeErrorf("Cannot specify both weights and cumulative weights")
	}
	size, err := object.AsIndex(t, k)
	if err != nil {
		return object.Value{}, err
	}
	if err := t.Charge(int64(max(size, 0)) * 16); err != nil {
		return object.Value{}, err
	}
	pick := func() int { return int(floorToInt(r.float64() * float64(n))) }
	if !weights.IsNone() || !cumWeights.IsNone() {
		sums, err := cumulativeWeights(t, weights, cumWeights, n)
		if err != nil {
			return object.Value{}, err
		}
		total := sums[n-1]
		pick = func() int { return bisectFloats(sums[:n-1], r.float64()*total) }
	} else if n == 0 && size > 0 {
		return object.Value{}, object.NewException(object.IndexErrorType, "list index out of range")
	}
	result := make([]object.Value, max(size, 0))
	for i := range result {
		if result[i], err = object.GetItem(t, population, object.Int(int64(pick()))); err != nil {
			return object.Value{}, err
		}
	}
	return object.NewList(result), t.Tick(len(result))
}

// cumulativeWeights returns the n sums that choices() searches.
func cumulativeWeights(t *object.Thread, weights, cumWeights object.Value, n int) ([]float64, *object.Exception) {
	given := cumWeights
	if cumWeights.IsNone() {
		if object.IsIntLike(weights) {
			text, err := object.Repr(t, weights)
			if err != nil {
				return nil, err
			}
			return nil, object.TypeErrorf("The number of choices must be a keyword argument: k=%s", text)
		}
		given = weights
	}
	list, err := object.ToSlice(t, given)
	if err != nil {
		return nil, err
	}
	if len(list) != n {
		return nil, object.ValueErrorf("The number of weights does not match the population")
	}
	if n == 0 {
		return nil, object.NewException(object.IndexErrorType, "list index out of range")
	}
	sums := make([]float64, n)
	sum := object.Int(0)
	for i, w := range list {
		if cumWeights.IsNone() && i > 0 {
			if w, err = object.Binary(t, object.OpAdd, sum, w); err != nil {
				return nil, err
			}
		}
		sum = w
		if sums[i], err = object.ToFloat(t, w); err != nil {
			return nil, err
		}
	}
	switch total := sums[n-1]; {
	case total <= 0:
		return nil, object.ValueErrorf("Total of weights must be greater than zero")
	case total-total != 0:
		return nil, object.ValueErrorf("Total of weights must be finite")
	}
	return sums, nil
}

// bisectFloats returns the number of sums that are at most x.
func bisectFloats(sums []float64, x float64) int {
	lo, hi := 0, len(sums)
	for lo < hi {
		mid := (lo + hi) / 2
		if x < sums[mid] {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
