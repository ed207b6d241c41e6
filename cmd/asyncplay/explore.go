//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"asyncplay/runtime"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/sweep"
)

// exploreFlags are the flags of `asyncplay explore`.
type exploreFlags struct {
	knob, function, when string
	faults               listFlag
	params               listFlag
	seed                 int64
	json                 bool
}

// exploreCommand runs the variants of a program many times and prints a matrix for each.
func exploreCommand(args []string, stdout, stderr io.Writer) int {
	var f exploreFlags
	flags := flag.NewFlagSet("explore", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: asyncplay explore [flags] SCRIPT.py [SCRIPT2.py…]   (each script is a variant of one program)")
		flags.PrintDefaults()
	}
	flags.StringVar(&f.knob, "knob", "", "`NAME` of the #@param whose values are the columns, or random.seed; the first slider unless given")
	flags.StringVar(&f.function, "function", "", "`NAME` of the function whose statements are the rows; the fault's or the one that most tasks run unless given")
	flags.Var(&f.faults, "fault", "`LINE:ACTION` in the first script: the faults of the rows raise what it raises, when it does; more than one is a row of its own")
	flags.StringVar(&f.when, "when", "", "`VISITS` on which the faults strike: nth=4, every=3, nth=1:of=run, always; the fault's, else nth=1")
	flags.Var(&f.params, "set", "`NAME=VALUE` sets a #@param of the scripts; can be repeated")
	flags.Int64Var(&f.seed, "seed", 0, "seed of module random")
	flags.BoolVar(&f.json, "json", false, "print everything as JSON")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return statusUsage
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "asyncplay explore: no script given")
		flags.Usage()
		return statusUsage
	}
	plan, err := f.plan(flags.Args())
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay explore: %v\n", err)
		return statusUsage
	}
	results := sweep.Results{Plan: plan}
	for i := range plan.Size() {
		cell, _ := plan.Run(i, runtime.Hooks{})
		results.Cells = append(results.Cells, cell)
	}
	if f.json {
		err = writeSweepJSON(stdout, &results)
	} else {
		_, err = io.WriteString(stdout, sweepText(&results))
	}
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay explore: %v\n", err)
		return statusFailed
	}
	return 0
}

// plan reads the scripts and checks that what was asked for is there.
func (f *exploreFlags) plan(scripts []string) (*sweep.Plan, error) {
	spec := sweep.Spec{Knob: f.knob, Function: f.function, Seed: f.seed}
	for _, script := range scripts {
		source, err := os.ReadFile(script)
		if err != nil {
			return nil, err
		}
		v := sweep.Variant{Name: strings.TrimSuffix(filepath.Base(script), ".py"), Source: string(source)}
		for _, m := range siblingModules(script) {
			if !slices.Contains(scripts, filepath.Join(filepath.Dir(script), m.Name+".py")) {
				v.Modules = append(v.Modules, m)
			}
		}
		for _, p := range f.params {
			name, value, _ := strings.Cut(p, "=")
			if v.Source, err = runtime.SetParam(v.Source, name, value); err != nil {
				return nil, fmt.Errorf("%s: %w", script, err)
			}
		}
		spec.Variants = append(spec.Variants, v)
	}
	for _, spec := range f.faults {
		if err := runtime.CheckFault(spec); err != nil {
			return nil, fmt.Errorf("-fault %q: %w", spec, err)
		}
	}
	if f.when != "" && f.when != sweep.Always {
		if err := runtime.CheckFault("1:cancel:" + f.when); err != nil {
			return nil, fmt.Errorf("-when %q: %w", f.when, err)
		}
	}
	spec.When = f.when
	for i := range spec.Variants {
		v := &spec.Variants[i]
		if v.Faults = f.faults; i > 0 {
			v.Faults = sweep.Follow(f.faults, spec.Variants[0].Source, v.Source)
		}
	}
	if len(f.faults) > 0 {
		spec.Like = f.faults[0]
	}
	plan := sweep.New(spec, nil)
	if f.knob != "" && plan.Knob != f.knob {
		return nil, fmt.Errorf("-knob %s: there is no such slider; there is: %s", f.knob, strings.Join(plan.Knobs, ", "))
	}
	if f.function != "" && plan.Function != f.function {
		return nil, fmt.Errorf("-function %s: there is no such function with statements; there is: %s", f.function, strings.Join(plan.Functions, ", "))
	}
	return plan, nil
}

// rowText is what a row is called.
func rowText(r *sweep.Row) string {
	text := map[sweep.Action]string{
		sweep.NoFault: "no fault", sweep.OwnFaults: "the given faults", sweep.Raise: "raise before ", sweep.Cancel: "cancel at ", sweep.Never: "never ends: ",
	}[r.Action] + sweep.ShortCode(r.Code)
	if r.Again > 1 {
		text += " (" + strconv.Itoa(r.Again) + ")"
	}
	return text
}

// cellText is a cell of a matrix: its shape says how the run ended, its number why.
func cellText(c *sweep.Cell) string {
	switch c.Kind {
	case sweep.Finished:
		return "✓"
	case sweep.Died:
		return "×" + strconv.Itoa(c.Count)
	case sweep.Hung:
		return "∞" + strconv.Itoa(c.Count)
	case sweep.Raised:
		return "!"
	case sweep.Limit:
		return "limit"
	}
	return "·"
}

const sweepLegend = `✓ finished   ×3 finished, but 3 tasks ended with an exception   ∞11 hung: 11 items never marked done, or 11 tasks that wait for ever
! ended with an exception   limit: used up what one run may use   · has no such statement   in brackets: the fault never struck
`

// sweepText draws the matrices.
func sweepText(r *sweep.Results) string {
	p := r.Plan
	var b strings.Builder
	labels, widest := make([]string, len(p.Rows)), utf8.RuneCountInString(p.Knob)
	for i := range p.Rows {
		labels[i] = rowText(&p.Rows[i])
		widest = max(widest, utf8.RuneCountInString(labels[i]))
	}
	const cellWidth = 7
	for v := range p.Spec.Variants {
		fmt.Fprintf(&b, "%s: %d of %d runs finish cleanly\n", p.Spec.Variants[v].Name, r.Total(v, sweep.Finished), r.Total(v, sweep.Empty))
		b.WriteString(pad(p.Knob, widest))
		for _, c := range p.Columns {
			b.WriteString(padLeft(c.Value, cellWidth))
		}
		b.WriteByte('\n')
		for row := range p.Rows {
			b.WriteString(pad(labels[row], widest))
			for column := range p.Columns {
				c := r.Cell(v, row, column)
				text := cellText(c)
				if p.Rows[row].Action != sweep.NoFault && c.Kind != sweep.Empty && c.Struck == 0 {
					text = "(" + text + ")"
				}
				b.WriteString(padLeft(text, cellWidth))
			}
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	if p.When != "" && p.Function != "" {
		when := strings.NewReplacer("nth=", "visit ", "every=", "every so many visits: ", ":of=run", " of all tasks together").Replace(p.When)
		fmt.Fprintf(&b, "Faults in %s, on each task's visits: %s.\n", p.Function, when)
	}
	b.WriteString(sweepLegend)
	return b.String()
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(1, width-utf8.RuneCountInString(s))) + s
}

// writeSweepJSON writes a plan with its cells; verdicts are sentences.
func writeSweepJSON(w io.Writer, r *sweep.Results) error {
	type jsonCell struct {
		Kind    sweep.Kind `json:"kind"`
		Count   int        `json:"count"`
		Seconds float64    `json:"seconds"`
		Struck  int        `json:"struck"`
		ID      string     `json:"id"`
		Verdict string     `json:"verdict"`
		Faults  []string   `json:"faults"`
	}
	type jsonRow struct {
		Action sweep.Action `json:"action"`
		Code   string       `json:"code"`
	}
	type jsonVariant struct {
		Name  string        `json:"name"`
		Cells [][]*jsonCell `json:"cells"` // by row and column; null: the variant has no such statement
	}
	p := r.Plan
	out := struct {
		Knob     string        `json:"knob"`
		Columns  []string      `json:"columns"`
		Function string        `json:"function"`
		When     string        `json:"when"`
		Rows     []jsonRow     `json:"rows"`
		Variants []jsonVariant `json:"variants"`
	}{Knob: p.Knob, Function: p.Function, When: p.When}
	for _, c := range p.Columns {
		out.Columns = append(out.Columns, c.Value)
	}
	for i := range p.Rows {
		out.Rows = append(out.Rows, jsonRow{p.Rows[i].Action, p.Rows[i].Code})
	}
	for v := range p.Spec.Variants {
		variant := jsonVariant{Name: p.Spec.Variants[v].Name}
		for row := range p.Rows {
			cells := make([]*jsonCell, len(p.Columns))
			for column := range p.Columns {
				if c := r.Cell(v, row, column); c.Kind != sweep.Empty {
					cells[column] = &jsonCell{c.Kind, c.Count, c.Seconds, c.Struck, string(c.ID), words.Render(words.English, c.Title), p.Rows[row].Faults[v]}
				}
			}
			variant.Cells = append(variant.Cells, cells)
		}
		out.Variants = append(out.Variants, variant)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}
