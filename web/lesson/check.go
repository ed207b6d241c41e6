package lesson

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime/rewrite"
)

// Counts is what a check has looked at.
type Counts struct {
	Lessons, Pages, Blocks, Outputs, Questions, Changes, Facts, Links, Runs int
}

// String is the summary line.
func (c Counts) String() string {
	return fmt.Sprintf("%d lessons (%d pages), %d programs, %d outputs, %d questions, %d change links, %d facts, %d links; %d runs",
		c.Lessons, c.Pages, c.Blocks, c.Outputs, c.Questions, c.Changes, c.Facts, c.Links, c.Runs)
}

// checker compares what the pages say with what happens.
type checker struct {
	runner   *Runner
	problems *Problems
	page     *Page
}

// Check runs everything in the course, compares, and fills in the facts.
func (c *Course) Check(runner *Runner) (Counts, Problems) {
	var problems Problems
	counts := Counts{Lessons: len(c.Lessons)}
	for _, p := range c.Pages() {
		k := &checker{runner: runner, problems: &problems, page: p}
		k.all()
		counts.Pages++
		counts.Blocks += len(p.Blocks)
		counts.Outputs += len(p.Outputs)
		counts.Questions += len(p.Questions)
		counts.Changes += len(p.Changes)
		counts.Facts += len(p.Facts)
		counts.Links += len(p.Links)
	}
	c.checkLinks(&problems)
	counts.Runs = runner.Runs
	problems.Sort()
	return counts, problems
}

// Pages are all pages of the course, the texts above the lists of lessons first.
func (c *Course) Pages() []*Page {
	var pages []*Page
	for _, lang := range Languages {
		if p := c.Index[lang]; p != nil {
			pages = append(pages, p)
		}
	}
	for _, l := range c.Lessons {
		for _, lang := range Languages {
			if p := l.Pages[lang]; p != nil {
				pages = append(pages, p)
			}
		}
	}
	return pages
}

func (k *checker) problem(line int, what, do string) {
	k.problems.add(k.page.File, line, what, do)
}

func (k *checker) all() {
	for _, b := range k.page.Blocks {
		k.block(b)
	}
	for _, o := range k.page.Outputs {
		k.output(o)
	}
	for _, q := range k.page.Questions {
		k.question(q)
	}
	for _, c := range k.page.Changes {
		if r, ok := k.run(c.Line, c.Block, c.Ref.Changes); ok {
			k.expect(c.Line, "the change link to "+c.Ref.ID, c.Ref.Expect, r)
		}
	}
	for _, f := range k.page.Facts {
		k.fact(f)
	}
}

func (k *checker) run(line int, b *Block, c Changes) (*Result, bool) {
	r, err := k.runner.Run(b, c)
	if err != nil {
		k.problem(line, "the block "+b.ID+" can't be changed so: "+err.Error(), "")
		return nil, false
	}
	for _, spec := range r.Idle {
		k.problem(line, fmt.Sprintf("the fault %s never struck in %s", spec, b.ID), "a fault stands on the line where a statement begins, and waits for its visit")
	}
	return r, true
}

func (k *checker) block(b *Block) {
	if b.NoRun != "" {
		text, before := b.whole(b.Source)
		if line, what, wrong := syntaxProblem(text); wrong {
			k.problems.add(b.CodeFile, b.CodeLine+line-1-before, "the program of block "+b.ID+" can't be read: "+what, "")
		}
		return
	}
	if r, ok := k.run(b.Line, b, Changes{}); ok {
		k.expect(b.Line, "block "+b.ID, b.Expect, r)
		if b.Base.HasAt && b.Base.At > r.Seconds {
			k.problem(b.Line, fmt.Sprintf("block %s: at=%s is after the end, at %s s", b.ID, FormatSeconds(b.Base.At), FormatSeconds(r.Seconds)), "")
		}
	}
	for i := range b.Variants {
		v := &b.Variants[i]
		if r, ok := k.run(b.Line, b, Changes{Variant: v.Name}); ok {
			k.expect(b.Line, "block "+b.ID+", variant "+v.Name, v.Expect, r)
		}
	}
}

// expect compares a run with what was written about it.
func (k *checker) expect(line int, who string, e Expect, r *Result) {
	differs := func(what, want, got, do string) {
		k.problem(line, fmt.Sprintf("%s: %s: expected %s, got %s", who, what, want, got), do)
	}
	if e.Outcome != "" && e.Outcome != r.Outcome {
		do := ""
		if r.Outcome == "raised" {
			do = tail(r.Stderr, 6)
		}
		differs("outcome", e.Outcome, r.how(), do)
		return // the rest follows from it
	}
	if e.Exception != "" && e.Exception[strings.LastIndexByte(e.Exception, '.')+1:] != r.Exception {
		got := r.how()
		differs("exception", e.Exception, got, "")
	}
	if e.Duration != "" && !sameSeconds(e.Duration, r.Seconds) {
		differs("duration", e.Duration+" s", FormatSeconds(r.Seconds)+" s", "")
	}
	if e.Verdict == "none" && len(r.Verdicts) > 0 || e.Verdict != "" && e.Verdict != "none" && !slices.Contains(r.Verdicts, e.Verdict) {
		differs("verdict", e.Verdict, verdictText(r), "")
	}
	if e.HasOutput && strings.TrimRight(e.Output, "\n") != strings.TrimRight(r.Stdout, "\n") {
		differs("output", strconv.Quote(e.Output), strconv.Quote(r.Stdout), "")
	}
}

func verdictText(r *Result) string {
	if len(r.Verdicts) == 0 {
		return "none"
	}
	return strings.Join(r.Verdicts, ", ")
}

// output compares a fence of output with the run.
func (k *checker) output(o *Output) {
	r, ok := k.run(o.Line, o.Block, o.Of.Changes)
	if !ok {
		return
	}
	k.expect(o.Line-1, "the output of "+o.Block.ID, o.Of.Expect, r)
	got, what := r.Stdout, "output"
	if o.Errors {
		got, what = r.Stderr, "errors"
		if n := strings.Count(withNewline(o.Text), "\n"); len(lines(got)) > n {
			got = tail(got, n) // the end is enough
		}
	}
	at, same := compareOutput(lines(o.Text), lines(got))
	if same {
		return
	}
	k.problem(o.Line+at, fmt.Sprintf("the %s of block %s differs: - is written here, + is what it prints", what, o.Block.ID), diffText(o.Text, got))
}

// gap stands for any number of lines in an output.
const gap = "…"

// compareOutput compares lines, of which those written may have gaps. at is the first written line that differs.
func compareOutput(written, got []string) (at int, same bool) {
	i, j, lastGap, resume := 0, 0, -1, 0
	for j < len(got) {
		switch {
		case i < len(written) && strings.TrimSpace(written[i]) == gap:
			lastGap, resume = i, j
			i++
		case i < len(written) && written[i] == got[j]:
			i++
			j++
		case lastGap >= 0: // the gap is longer
			resume++
			i, j = lastGap+1, resume
		default:
			return min(i, max(0, len(written)-1)), false
		}
	}
	for i < len(written) && strings.TrimSpace(written[i]) == gap {
		i++
	}
	return i, i == len(written)
}

const (
	diffContext  = 2
	diffLinesMax = 40
)

func diffText(want, got string) string {
	var out strings.Builder
	for i, line := range rewrite.Diff(withNewline(want), withNewline(got), diffContext) {
		if i == diffLinesMax {
			out.WriteString("…\n")
			break
		}
		if line.Op == rewrite.Gap {
			out.WriteString("  …\n")
			continue
		}
		fmt.Fprintf(&out, "%c %s\n", line.Op, line.Text)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// tail is the last n lines of a text.
func tail(text string, n int) string {
	all := lines(text)
	return strings.Join(all[max(0, len(all)-n):], "\n")
}

// question compares the right answer with the run, and makes sure that the others are wrong.
func (k *checker) question(q *Question) {
	r, ok := k.run(q.Line, q.Block, q.Of.Changes)
	if !ok {
		return
	}
	k.expect(q.Line, "the question", q.Of.Expect, r)
	for _, o := range q.Options {
		told, got := answers(q.Check, o, r)
		switch {
		case o.Right && !told:
			k.problem(o.Line, fmt.Sprintf("the right answer says %s=%q, but the run of %s says %s", q.Check, o.Fact, q.Block.ID, got),
				"change the answer, or add the fact in braces at its end, as in `it stops {hung}`")
		case !o.Right && told:
			k.problem(o.Line, fmt.Sprintf("this answer is marked wrong, but the run of %s says so too: %s=%q", q.Block.ID, q.Check, o.Fact), "change it")
		}
	}
}

// answers reports whether an answer tells the fact, and what the fact is.
func answers(check string, o Option, r *Result) (told bool, got string) {
	number := func(n int) (bool, string) {
		return firstNumber(o.Fact) == strconv.Itoa(n), strconv.Itoa(n)
	}
	switch check {
	case "output":
		return sameWords(o.Fact, r.Stdout), strconv.Quote(r.Stdout)
	case "output lines":
		return number(len(lines(r.Stdout)))
	case "tasks":
		return number(r.Tasks)
	case "outcome":
		return o.Fact == r.Outcome, r.how()
	case "exception":
		return r.Exception != "" && o.Fact == r.Exception, r.how()
	case "verdict":
		return slices.Contains(r.Verdicts, o.Fact) || o.Fact == "none" && len(r.Verdicts) == 0, verdictText(r)
	case "duration":
		return sameSeconds(firstNumber(o.Fact), r.Seconds), FormatSeconds(r.Seconds) + " s"
	case "prints", "never prints":
		printed := slices.ContainsFunc(lines(r.Stdout), func(line string) bool { return sameWords(o.Fact, line) })
		return printed == (check == "prints"), strconv.Quote(r.Stdout)
	}
	n, err := strconv.Atoi(strings.TrimPrefix(check, "output line "))
	if err != nil {
		return false, "nothing"
	}
	line, there := lineOf(r.Stdout, n)
	if !there {
		return false, fmt.Sprintf("%d lines in all", len(lines(r.Stdout)))
	}
	return sameWords(o.Fact, line), strconv.Quote(line)
}

// sameWords compares texts whose spaces and line ends may differ.
func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// firstNumber is the first number in a text, "" when there is none.
func firstNumber(text string) string {
	start := strings.IndexAny(text, "0123456789")
	if start < 0 {
		return ""
	}
	end := start
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || text[end] == '.') {
		end++
	}
	return strings.TrimSuffix(text[start:end], ".")
}

// fact finds out what stands for {{…}}.
func (k *checker) fact(f *Fact) {
	if f.Kind == "line" {
		_, before := f.Block.whole("")
		for i, line := range lines(f.Block.Source) {
			if strings.Contains(line, f.Arg) {
				f.Value = strconv.Itoa(before + i + 1)
				return
			}
		}
		k.problem(f.Line, fmt.Sprintf("no line of block %s holds %q", f.Block.ID, f.Arg), "")
		return
	}
	r, ok := k.run(f.Line, f.Block, f.Ref.Changes)
	if !ok {
		return
	}
	k.expect(f.Line, "the fact of "+f.Block.ID, f.Ref.Expect, r)
	switch f.Kind {
	case "duration":
		f.Value = FormatSeconds(r.Seconds)
	case "tasks":
		f.Value = strconv.Itoa(r.Tasks)
	case "lines":
		f.Value = strconv.Itoa(len(lines(r.Stdout)))
	case "exception":
		f.Value = r.Exception
		if f.Value == "" {
			k.problem(f.Line, fmt.Sprintf("block %s raises no exception: %s", f.Block.ID, r.how()), "")
		}
	case "output":
		n, err := strconv.Atoi(f.Arg)
		line, there := lineOf(r.Stdout, n)
		if err != nil || !there {
			k.problem(f.Line, fmt.Sprintf("block %s prints no line %s: it prints %d", f.Block.ID, f.Arg, len(lines(r.Stdout))), "")
			return
		}
		f.Value = line
	}
}
