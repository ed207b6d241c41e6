package sweep

// Results are the cells of a plan, those that have run so far.
type Results struct {
	Plan  *Plan
	Cells []Cell
}

// Cell is the cell of a variant, row and column, nil while it has not run.
func (r *Results) Cell(variant, row, column int) *Cell {
	if i := r.Plan.Index(variant, row, column); i < len(r.Cells) {
		return &r.Cells[i]
	}
	return nil
}

// Complete reports whether all cells have run.
func (r *Results) Complete() bool { return len(r.Cells) == r.Plan.Size() }

// Runs is how many runs the cells come from: those that are not empty.
func (r *Results) Runs() int {
	n := 0
	for v := range r.Plan.Spec.Variants {
		n += r.Total(v, Empty)
	}
	return n
}

// Total is how many cells of a variant are of a kind, of any kind but Empty when kind is Empty.
func (r *Results) Total(variant int, kind Kind) int {
	n := 0
	for i := range r.Cells {
		if v, _, _ := r.Plan.At(i); v == variant && r.Cells[i].Kind != Empty && (kind == Empty || r.Cells[i].Kind == kind) {
			n++
		}
	}
	return n
}

// Best are the variants that finish cleanly most often; none when no run does.
func (r *Results) Best() []int {
	var best []int
	most := 1
	for v := range r.Plan.Spec.Variants {
		switch n := r.Total(v, Finished); {
		case n > most:
			best, most = []int{v}, n
		case n == most:
			best = append(best, v)
		}
	}
	return best
}

// OnlyRows are the rows that one variant alone survives: it finishes cleanly in every column, and no other does.
func (r *Results) OnlyRows(variant int) []int {
	var rows []int
	for row := range r.Plan.Rows {
		only := len(r.Plan.Spec.Variants) > 1
		for v := range r.Plan.Spec.Variants {
			only = only && r.survives(v, row) == (v == variant)
		}
		if only {
			rows = append(rows, row)
		}
	}
	return rows
}

// survives reports whether a variant finishes cleanly in every column of a row.
func (r *Results) survives(variant, row int) bool {
	for column := range r.Plan.Columns {
		if c := r.Cell(variant, row, column); c == nil || c.Kind != Finished {
			return false
		}
	}
	return true
}

// rank orders kinds from good to bad.
var rank = map[Kind]int{Finished: 0, Died: 1, Limit: 2, Raised: 3, Hung: 4, Empty: 5}

// Better is the variant that does best what another one does in a row and column, or differs from it least when that does best
// itself; -1 when there is no other.
func (r *Results) Better(variant, row, column int) int {
	best := -1
	grade := func(v int) int {
		c := r.Cell(v, row, column)
		if c == nil {
			return rank[Empty]
		}
		return rank[c.Kind]
	}
	for v := range r.Plan.Spec.Variants {
		if v == variant || grade(v) == rank[Empty] {
			continue
		}
		if best < 0 || grade(v) < grade(best) || grade(v) == grade(best) && r.Total(v, Finished) > r.Total(best, Finished) {
			best = v
		}
	}
	return best
}
