package sweep

import (
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/trace"
)

// Variant is one version of the program.
type Variant struct {
	Name    string
	Source  string
	Faults  []string         `json:",omitempty"` // the program's own, as runtime.Request has them
	Modules []runtime.Module `json:",omitempty"`
}

// Spec is what somebody asks for. What is left empty is chosen by New.
type Spec struct {
	Variants []Variant
	Base     int   `json:",omitempty"` // the variant that choices are made by
	Seed     int64 `json:",omitempty"`
	// Knob is the #@param whose values are the columns, or SeedKnob.
	Knob string `json:",omitempty"`
	// Function is the one whose statements are the rows, with the names of what stands around it: Pool.run, main.worker.
	Function string `json:",omitempty"`
	// Like is a fault of the base, which those of the rows follow: they raise what it raises, when it does. "" stands for a
	// RuntimeError on the first visit of each task.
	Like string `json:",omitempty"`
	// When is the visits on which the faults strike, as options of a fault: nth=2, every=3:of=run; Always for every visit.
	When string `json:",omitempty"`
}

const (
	// SeedKnob stands for the seed of random, as a knob.
	SeedKnob = "random.seed"
	// Always is a Spec's When for every visit.
	Always = "always"
)

// Action is what the fault of a row does.
type Action string

const (
	NoFault   Action = "none"
	OwnFaults Action = "own" // those that the program has
	Raise     Action = "raise"
	Cancel    Action = "cancel"
	Never     Action = "never"
)

// Row is a fault on a statement, in each variant that has the statement.
type Row struct {
	Action Action
	Code   string // the statement on one line; "" without a fault of the row's own
	Again  int    // which of the function's statements with that text, from 1
	// Faults are by variant; nil: it has no such statement.
	Faults [][]string
}

// Key names a row for good, whichever rows stand around it.
func (r *Row) Key() string {
	key := string(r.Action) + ":" + r.Code
	for i := 1; i < r.Again; i++ {
		key += "\n" // no statement's one line ends like that
	}
	return key
}

// Column is a value of the knob.
type Column struct {
	Value string // "" for the program as it is
	Own   bool   // the base has this value
}

// Plan is a set of runs: one for each variant, row and column.
type Plan struct {
	Spec      Spec
	Knob      string   // the columns' knob; "" for none
	Knobs     []string // what could be chosen instead
	Function  string   // the rows' function; "" for none
	Functions []string
	When      string // on which visits the faults strike; Always for all
	Rows      []Row
	Columns   []Column
	sources   [][]string // by variant and column; "" when the variant lacks the knob
}

// What a plan may have is bounded; a page shows no more anyway.
const (
	columnsMax   = 12
	raiseRowsMax = 12
	awaitRowsMax = 6
	variantsMax  = 12
)

// New plans a sweep. base is a run of the base variant, by which a function is chosen when neither the Spec nor a fault says
// which; without it, nil, the program is run when it comes to that.
func New(spec Spec, base *trace.Trace) *Plan {
	spec.Variants = spec.Variants[:min(len(spec.Variants), variantsMax)]
	if spec.Base < 0 || spec.Base >= len(spec.Variants) {
		spec.Base = 0
	}
	p := &Plan{Spec: spec, Columns: []Column{{}}, Rows: []Row{{Action: NoFault, Faults: make([][]string, len(spec.Variants))}}}
	if len(spec.Variants) == 0 {
		return p
	}
	for i := range p.Rows[0].Faults {
		p.Rows[0].Faults[i] = []string{}
	}
	p.planColumns()
	functions := make([][]function, len(spec.Variants))
	for i := range spec.Variants {
		if source, ok := rewrite.Parse(spec.Variants[i].Source); ok {
			functions[i] = functionsOf(source)
		}
	}
	p.chooseFunction(functions[spec.Base], base)
	p.planRows(functions)
	return p
}

// chooseFunction takes the function asked for, else the one with the fault that is followed, else the one that most tasks run.
func (p *Plan) chooseFunction(functions []function, base *trace.Trace) {
	for _, f := range functions {
		p.Functions = append(p.Functions, f.name)
	}
	asked := slices.Index(p.Functions, p.Spec.Function)
	if asked < 0 {
		asked = functionAt(functions, lineOf(p.Spec.Like))
	}
	if asked < 0 && len(functions) > 1 {
		if base == nil {
			r, _ := p.request(p.Spec.Base, 0, nil)
			base = runtime.Run(r, runtime.Hooks{})
		}
		asked = mostRun(functions, base)
	}
	if asked < 0 {
		asked = 0
	}
	if asked < len(functions) {
		p.Function = functions[asked].name
	}
}

// Size is how many cells there are, the empty ones included.
func (p *Plan) Size() int { return len(p.Rows) * len(p.Spec.Variants) * len(p.Columns) }

// Index is the place of a cell in the order in which they run: row by row, through all variants.
func (p *Plan) Index(variant, row, column int) int {
	return (row*len(p.Spec.Variants)+variant)*len(p.Columns) + column
}

// At is the variant, row and column of the cell at a place.
func (p *Plan) At(index int) (variant, row, column int) {
	columns, variants := len(p.Columns), len(p.Spec.Variants)
	return index / columns % variants, index / columns / variants, index % columns
}

// RowOf finds a row by its key, -1 when it is not there.
func (p *Plan) RowOf(key string) int {
	for i := range p.Rows {
		if p.Rows[i].Key() == key {
			return i
		}
	}
	return -1
}

// ColumnOf finds a column by its value, -1 when it is not there.
func (p *Plan) ColumnOf(value string) int {
	for i := range p.Columns {
		if p.Columns[i].Value == value {
			return i
		}
	}
	return -1
}

// Request is the run of a cell; false when the variant has no such statement or knob.
func (p *Plan) Request(variant, row, column int) (runtime.Request, bool) {
	faults := p.Rows[row].Faults[variant]
	if faults == nil {
		return runtime.Request{}, false
	}
	return p.request(variant, column, faults)
}

// Limits bound each run of a sweep: there are many of them.
var Limits = runtime.Limits{StepsMax: 2_000_000, MemoryMaxBytes: 32 << 20, OutputMaxBytes: 256 << 10, EventsMax: 20_000}

func (p *Plan) request(variant, column int, faults []string) (runtime.Request, bool) {
	v := &p.Spec.Variants[variant]
	r := runtime.Request{
		Filename: "main.py", Source: p.sources[variant][column], Modules: v.Modules, Seed: p.Spec.Seed, Faults: faults, Limits: Limits,
	}
	if p.Knob == SeedKnob && seedParam(v.Source) == "" {
		r.Seed = int64(column + 1)
	}
	return r, r.Source != "" || v.Source == ""
}

// Same reports whether two plans have the same runs: then the cells of one are those of the other.
func (p *Plan) Same(o *Plan) bool { return o != nil && p.text() == o.text() }

// text is everything that the runs of a plan depend on.
func (p *Plan) text() string {
	var b strings.Builder
	add := func(s string) { b.WriteString(strconv.Quote(s)) }
	add(p.Knob)
	b.WriteString(strconv.FormatInt(p.Spec.Seed, 10))
	for i := range p.Spec.Variants {
		v := &p.Spec.Variants[i]
		for _, source := range p.sources[i] {
			add(source)
		}
		for _, m := range v.Modules {
			add(m.Name)
			add(m.Source)
		}
		for j := range p.Rows {
			add(p.Rows[j].Key())
			for _, fault := range p.Rows[j].Faults[i] {
				add(fault)
			}
		}
	}
	return b.String()
}

// lineOf is the line of a fault, 0 for none and for one of the network or of a module.
func lineOf(fault string) int {
	parts, err := runtime.ParseFault(fault)
	if err != nil || parts.File != "" {
		return 0
	}
	return parts.Line
}

// like takes the fault that the rows follow apart: what it raises, on which visits it strikes, in which task.
func (p *Plan) like() (raises, when, task string) {
	raises, when = `raise=RuntimeError("boom")`, "nth=1"
	if lineOf(p.Spec.Like) > 0 {
		parts := runtime.SplitUnquoted(p.Spec.Like, ':')
		if strings.HasPrefix(parts[1], "raise") {
			raises = parts[1]
		}
		var visits []string
		for _, option := range parts[2:] {
			if strings.HasPrefix(option, "task=") {
				task = option
			} else {
				visits = append(visits, option)
			}
		}
		when = strings.Join(visits, ":")
	}
	if p.Spec.When != "" {
		when = p.Spec.When
	}
	if when == "" {
		when = Always
	}
	return raises, when, task
}
