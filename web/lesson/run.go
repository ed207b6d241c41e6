package lesson

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"asyncplay/app/embed"
	"asyncplay/app/model"
	"asyncplay/runtime"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// programName is what the programs are called in tracebacks, as on the page.
const programName = "main.py"

// Result is what became of a run.
type Result struct {
	Trace     *trace.Trace
	Source    string // that ran: knobs set, blocks before it included
	Outcome   string
	Seconds   float64 // virtual
	Exception string  // its class, "" unless it raised
	Verdicts  []string
	Stdout    string
	Stderr    string
	Tasks     int
	// Idle are the faults that never struck.
	Idle []string
}

// Runner runs the blocks of a course. What was run once is not run again.
type Runner struct {
	kept map[string]*Result
	used map[string]bool // since the last sweep
	Runs int
}

// NewRunner returns a Runner that has run nothing.
func NewRunner() *Runner { return &Runner{kept: map[string]*Result{}, used: map[string]bool{}} }

// Sweep forgets the runs that nobody asked for since the last time.
func (r *Runner) Sweep() {
	for key := range r.kept {
		if !r.used[key] {
			delete(r.kept, key)
		}
	}
	clear(r.used)
}

// Request is the run that a block makes with some changes on top of its own. The error is a change that cannot be made.
func (b *Block) Request(c Changes) (runtime.Request, error) {
	own := b.Base
	source := b.Source
	v := b.variant(c.over(own).Variant)
	if v != nil {
		source, own.Faults = v.Source, b.follow(own.Faults, v.Source)
	}
	all := c.over(own)
	r := runtime.Request{Filename: programName, Seed: all.Seed, Faults: all.Faults}
	r.Source, _ = b.whole(source)
	for i, s := range all.Set {
		changed, err := runtime.SetParam(r.Source, s.Name, s.Value)
		switch {
		case err == nil:
			r.Source = changed
		case v == nil || i >= len(own.Set): // not every version has every knob
			return r, fmt.Errorf("set=%s=%s: %w", s.Name, s.Value, err)
		}
	}
	return r, nil
}

// follow are the faults of the block's own program in another version of it, as the page has them there: each on the line that says
// the same.
func (b *Block) follow(specs []string, source string) []string {
	faults, _ := embed.ParseFaults(strings.Join(specs, ";")) // they were looked at when the page was read
	var moved []string
	for _, f := range model.FollowFaults(faults, b.Whole(b.Source), b.Whole(source)) {
		moved = append(moved, f.Spec())
	}
	return moved
}

// Run runs a block with some changes.
func (r *Runner) Run(b *Block, c Changes) (*Result, error) {
	request, err := b.Request(c)
	if err != nil {
		return nil, err
	}
	key, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	r.used[string(key)] = true
	if known := r.kept[string(key)]; known != nil {
		return known, nil
	}
	r.Runs++
	result := run(request)
	r.kept[string(key)] = result
	return result, nil
}

func run(request runtime.Request) *Result {
	var stdout, stderr strings.Builder
	t := runtime.Run(request, runtime.Hooks{
		Stdout: func(text string) { stdout.WriteString(text) },
		Stderr: func(text string) { stderr.WriteString(text) },
	})
	report := explain.Verdict(t, request.Source)
	result := &Result{
		Trace: t, Source: request.Source, Seconds: report.Facts.Time, Tasks: report.Facts.Tasks,
		Stdout: stdout.String(), Stderr: stderr.String(), Outcome: outcomeName(t.Outcome.Status),
	}
	if result.Outcome == "raised" {
		name, _, _ := strings.Cut(t.Text(t.Outcome.Text), ":")
		result.Exception = name[strings.LastIndexByte(name, '.')+1:]
	}
	for _, finding := range remedy.Find(t, &report, request.Source) {
		result.Verdicts = append(result.Verdicts, string(finding.ID))
	}
	struck := map[int32]bool{}
	for i := range t.Events {
		if e := &t.Events[i]; e.Kind == trace.FaultApplied {
			struck[e.Item] = true
		}
	}
	for i, spec := range request.Faults {
		if !struck[int32(i)] {
			result.Idle = append(result.Idle, spec)
		}
	}
	return result
}

func outcomeName(s trace.Status) string {
	switch s {
	case trace.StatusHung:
		return "hung"
	case trace.StatusLimit:
		return "limit"
	case trace.StatusFinished:
		return "finished"
	}
	return "raised"
}

// how says in a few words how a run ended.
func (r *Result) how() string {
	text := r.Outcome + " at " + FormatSeconds(r.Seconds) + " s"
	if r.Outcome == "raised" {
		text = "raised " + r.Trace.Text(r.Trace.Outcome.Text)
		if line := r.Trace.Outcome.Line; line > 0 {
			text += fmt.Sprintf(" (line %d)", line)
		}
	}
	if r.Outcome == "limit" {
		text = "limit: " + r.Trace.Text(r.Trace.Outcome.Text)
	}
	return text
}

// FormatSeconds writes virtual seconds with at most three decimals.
func FormatSeconds(seconds float64) string {
	text := strconv.FormatFloat(seconds, 'f', 3, 64)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// sameSeconds compares with a number as it is written, to its own decimals.
func sameSeconds(written string, seconds float64) bool {
	_, decimals, _ := strings.Cut(written, ".")
	want, err := strconv.ParseFloat(written, 64)
	if err != nil {
		return false
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(seconds, 'f', len(decimals), 64), 64)
	return err == nil && rounded == want
}

// lines are the lines of what was printed.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// lineOf is the nth line of a text, from 1, or from its end when n is negative.
func lineOf(text string, n int) (string, bool) {
	all := lines(text)
	if n < 0 {
		n += len(all) + 1
	}
	if n < 1 || n > len(all) {
		return "", false
	}
	return all[n-1], true
}

// syntaxProblem is what is wrong with a program that is not run.
func syntaxProblem(source string) (line int, text string, wrong bool) {
	if _, err := syntax.Parse(programName, source); err != nil {
		return err.Line, err.Kind + ": " + err.Msg, true
	}
	return 0, "", false
}

// Complete are the changes on top of the block's own, with every knob of the program in them.
func (b *Block) Complete(c Changes) (Changes, error) {
	request, err := b.Request(c)
	if err != nil {
		return c, err
	}
	all := c.over(b.Base)
	all.Set = nil
	for _, p := range runtime.Params(request.Source) {
		if p.Err == "" {
			all.Set = append(all.Set, Setting{p.Name, p.ValueText})
		}
	}
	return all, nil
}

// Whole is a program with the code of the blocks that it builds on before it.
func (b *Block) Whole(source string) string {
	text, _ := b.whole(source)
	return text
}
