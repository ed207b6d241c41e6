package model

import (
	"encoding/json"
	"strconv"

	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	explainwords "asyncplay/runtime/explain/words"
	"asyncplay/runtime/sweep"
)

var rowWords = map[sweep.Action]words.Key{
	sweep.NoFault: words.ExploreNoFault, sweep.OwnFaults: words.ExploreOwn, sweep.Raise: words.ExploreRaise,
	sweep.Cancel: words.ExploreCancel, sweep.Never: words.ExploreNever,
}

// RowText is what a row is called: words, and the statement with as much of it as a label has room for.
func (p *Playground) RowText(row *sweep.Row) (does, code string) {
	code = sweep.ShortCode(row.Code)
	if row.Again > 1 {
		code += " (" + strconv.Itoa(row.Again) + ")"
	}
	return p.Text(rowWords[row.Action]), code
}

// KnobText is what the knob of the columns is called.
func (p *Playground) KnobText(knob string) string {
	if knob == sweep.SeedKnob {
		return p.Text(words.ExploreSeed)
	}
	return knob
}

// CellText is what stands in a cell: the shape says how the run ended, the number why.
func CellText(c *sweep.Cell) string {
	switch c.Kind {
	case sweep.Finished:
		return "✓"
	case sweep.Died:
		return "×" + strconv.Itoa(c.Count)
	case sweep.Hung:
		return strconv.Itoa(c.Count)
	case sweep.Raised:
		return "!"
	case sweep.Limit:
		return "…"
	}
	return ""
}

// CellWords says what a cell's shape and number mean.
func (p *Playground) CellWords(c *sweep.Cell) string {
	switch {
	case c.Kind == sweep.Finished:
		return p.Text(words.ExploreFinished)
	case c.Kind == sweep.Died:
		return words.Count(p.Lang, words.ExploreDied, c.Count)
	case c.Kind == sweep.Hung && c.Items:
		return words.Count(p.Lang, words.ExploreItems, c.Count)
	case c.Kind == sweep.Hung:
		return words.Count(p.Lang, words.ExploreTasks, c.Count)
	case c.Kind == sweep.Raised:
		return p.Text(words.ExploreRaised)
	case c.Kind == sweep.Limit:
		return p.Text(words.ExploreLimit)
	}
	return p.Text(words.ExploreEmpty)
}

// Idle reports whether a cell's fault never struck.
func Idle(plan *sweep.Plan, row int, c *sweep.Cell) bool {
	return plan.Rows[row].Action != sweep.NoFault && c.Kind != sweep.Empty && c.Struck == 0
}

// matrixFrame is what <run-matrix> shows around its cells.
type matrixFrame struct {
	Knob     string      `json:"knob"`
	Columns  []string    `json:"columns"`
	Rows     [][3]string `json:"rows"` // words, short code, code
	Variants []string    `json:"variants"`
}

// MatrixFrame is, for <run-matrix>, everything but the cells.
func (p *Playground) MatrixFrame() string {
	plan := p.explore.plan
	f := matrixFrame{Knob: p.KnobText(plan.Knob)}
	for _, c := range plan.Columns {
		f.Columns = append(f.Columns, c.Value)
	}
	for i := range plan.Rows {
		does, code := p.RowText(&plan.Rows[i])
		f.Rows = append(f.Rows, [3]string{does, code, plan.Rows[i].Code})
	}
	for i := range plan.Spec.Variants {
		f.Variants = append(f.Variants, plan.Spec.Variants[i].Name)
	}
	return asJSON(f)
}

// MatrixCells are, for <run-matrix>, the cells from a place on: kind, text, whether the fault never struck, sentence.
func (p *Playground) MatrixCells(from int) string {
	x := &p.explore
	cells := make([][4]any, 0, len(x.results.Cells)-from)
	for i := from; i < len(x.results.Cells); i++ {
		c := &x.results.Cells[i]
		_, row, _ := x.plan.At(i)
		idle, sentence := Idle(x.plan, row, c), p.Text(words.ExploreEmpty)
		if c.Kind != sweep.Empty {
			sentence = p.verdictText(c.Title)
		}
		if idle {
			sentence += "; " + p.Text(words.ExploreNeverStruck)
		}
		cells = append(cells, [4]any{c.Kind, CellText(c), idle, sentence})
	}
	return asJSON(cells)
}

func (p *Playground) verdictText(m explain.Message) string {
	return explainwords.Render(explainwords.Lang(p.Lang.Code()), m)
}

func asJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "[]"
	}
	return string(b)
}
