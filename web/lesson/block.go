package lesson

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"asyncplay/runtime"
)

// Block is a Python program in a page.
type Block struct {
	ID     string
	Line   int // of the fence, in the page's file
	Source string
	// CodeFile and CodeLine are where the program's first line stands: in the page or in a file of its own.
	CodeFile string
	CodeLine int
	Name     string    // of its file, "" when it stands in the page
	Variants []Variant // other versions of it, shown in tabs

	Title    string
	View     string // code, timeline, both or output
	Height   int    // CSS pixels; 0: as much as it needs
	Hide     []Range
	Lines    Range  // the only lines shown; zero: all
	After    *Block // its code comes before this block's
	Static   bool   // shown without anything to play
	NoRun    string // why it is not run, "" when it is
	Tab      string // the name of the tab of Source, when there are variants
	Autorun  bool
	ReadOnly bool
	Loading  string
	Controls string

	Base   Changes
	Expect Expect
}

// Variant is another version of a block's program.
type Variant struct {
	Name     string
	Source   string
	CodeFile string
	Expect   Expect
}

// Range is a range of lines, both ends in it.
type Range struct{ From, To int }

// views and loadings are the values that the element takes.
var (
	views    = []string{"code", "timeline", "both", "output"}
	loadings = []string{"lazy", "eager", "click"}
)

var blockKeys = []string{
	"file", "id", "title", "view", "height", "hide", "lines", "after", "static", "norun", "variant", "autorun", "readonly", "loading", "controls",
	"fault", "set", "seed", "at", "outcome", "duration", "exception", "verdict", "variant-file.NAME", "outcome.NAME",
}

// blockReader reads one fence of Python.
type blockReader struct {
	page     *Page
	block    *Block
	line     int
	problems *Problems
}

func (r *blockReader) problem(what, do string) { r.problems.add(r.page.File, r.line, what, do) }

// readBlock makes a block of a fence. body is what stands in it, from the line after the fence's.
func (p *Page) readBlock(attributes []attribute, body string, line int, problems *Problems) *Block {
	b := &Block{Line: line, Source: tidy(body), CodeFile: p.File, CodeLine: line + 1}
	r := &blockReader{page: p, block: b, line: line, problems: problems}
	b.Expect.Outcome = "finished"
	seen := map[string]bool{}
	for _, a := range attributes {
		if seen[a.key] && !strings.HasPrefix(a.key, "set") {
			r.problem("the attribute "+a.key+" is there twice", "keep one")
		}
		seen[a.key] = true
	}
	for _, a := range attributes { // the variants first: others speak of them
		if name, ok := strings.CutPrefix(a.key, "variant-file."); ok {
			r.variant(name, a.value)
		}
	}
	for _, a := range attributes {
		r.attribute(a)
	}
	r.finish()
	return b
}

func (r *blockReader) attribute(a attribute) {
	b := r.block
	key := a.key
	flag := func(field *bool) {
		*field = a.bare || a.value == "true"
		if !a.bare && a.value != "true" && a.value != "false" {
			r.problem(key+" takes no value", "write "+key+" alone")
		}
	}
	switch key {
	case "file":
		b.Name = a.value
		r.file(a.value)
	case "id":
		b.ID = a.value
	case "title":
		b.Title = a.value
	case "view":
		b.View = r.oneOf(key, a.value, views)
	case "loading":
		b.Loading = r.oneOf(key, a.value, loadings)
	case "controls":
		b.Controls = a.value
	case "height":
		b.Height = r.number(key, a.value, 60, 2000)
	case "hide":
		b.Hide = r.ranges(key, a.value)
	case "lines":
		if ranges := r.ranges(key, a.value); len(ranges) == 1 {
			b.Lines = ranges[0]
		} else if len(ranges) > 1 {
			r.problem("lines takes one range, got "+a.value, "show the others in another block, or use hide")
		}
	case "after":
		if b.After = r.page.block(a.value); b.After == nil {
			r.problem("after="+a.value+": there is no block of that id above this one", r.page.knownBlocks())
		}
	case "static":
		flag(&b.Static)
	case "autorun":
		flag(&b.Autorun)
	case "readonly":
		flag(&b.ReadOnly)
	case "norun":
		b.NoRun = a.value
		if strings.TrimSpace(a.value) == "" {
			r.problem("norun needs the reason why this program is not run", `write norun="it waits for a real network"`)
			b.NoRun = "?"
		}
	case "variant":
		b.Tab = a.value
	default:
		r.outcome(a)
	}
}

// outcome takes what changes a run and what is expected of it, for the block or for one of its variants.
func (r *blockReader) outcome(a attribute) {
	key, name, ofVariant := strings.Cut(a.key, ".")
	if key == "variant-file" {
		return
	}
	if key == "variant" {
		r.problem("the attribute "+a.key+" is not known", "write variant-file."+name+"=FILE.py")
		return
	}
	expect := &r.block.Expect
	if ofVariant {
		v := r.block.variant(name)
		if v == nil {
			r.problem(fmt.Sprintf("%s: there is no variant %q", a.key, name), "add variant-file."+name+"=FILE.py")
			return
		}
		expect = &v.Expect
	}
	known, err := false, error(nil)
	if !ofVariant {
		known, err = r.block.Base.read(key, a.value)
	}
	if !known && err == nil && key != "output" {
		known, err = expect.read(key, a.value)
	}
	switch {
	case err != nil:
		r.problem(err.Error(), "")
	case !known:
		r.problem(fmt.Sprintf("the attribute %s is not known", a.key), didYouMean(a.key, blockKeys))
	}
}

func (r *blockReader) finish() {
	b := r.block
	if b.Name == "" && strings.TrimSpace(b.Source) == "" {
		r.problem("the block has no code", "write the program between the fences, or name its file: file=program.py")
	}
	check := func(e Expect, of string) {
		if e.Outcome == "raised" && e.Exception == "" {
			r.problem("outcome"+of+"=raised does not say which exception", "add exception"+of+"=ValueError, or whichever it is")
		}
		if e.Outcome != "raised" && e.Exception != "" {
			r.problem("exception"+of+" is expected of a run that is expected to end as "+e.Outcome, "add outcome"+of+"=raised")
		}
	}
	check(b.Expect, "")
	whole, _ := b.whole(b.Source)
	lines := strings.Count(whole, "\n")
	for _, rg := range append(append([]Range(nil), b.Hide...), b.Lines) {
		if rg.To > lines {
			r.problem(fmt.Sprintf("lines %d-%d: the program has %d lines", rg.From, rg.To, lines), "")
		}
	}
	for i := range b.Variants {
		check(b.Variants[i].Expect, "."+b.Variants[i].Name)
	}
	if b.NoRun != "" && (b.Base.HasFaults || len(b.Base.Set) > 0 || b.Expect != Expect{Outcome: "finished"}) {
		r.problem("the block is not run, so nothing can be expected of it", "remove norun, or what is expected")
	}
	for _, s := range b.Base.Set {
		if _, err := runtime.SetParam(b.Source, s.Name, s.Value); err != nil && b.After == nil {
			r.problem(fmt.Sprintf("set=%s=%s: %v", s.Name, s.Value, err), `a number that can be set has its own line: WORKERS = 3  #@param {type:"slider", min:1, max:8}`)
		}
	}
}

func (r *blockReader) file(name string) {
	if strings.TrimSpace(r.block.Source) != "" {
		r.problem("the block has code of its own and file="+name+" as well", "remove one of them")
		return
	}
	if text, ok := r.program(name); ok {
		r.block.Source, r.block.CodeFile, r.block.CodeLine = text, r.page.course.shown(r.page.beside(name)), 1
	}
}

func (r *blockReader) variant(name, file string) {
	switch {
	case name == "":
		r.problem("a variant needs a name", "write variant-file.fixed=fixed.py")
	case r.block.variant(name) != nil:
		r.problem("there are two variants of the name "+name, "name one of them otherwise")
	default:
		if text, ok := r.program(file); ok {
			r.block.Variants = append(r.block.Variants, Variant{
				Name: name, Source: text, CodeFile: r.page.course.shown(r.page.beside(file)), Expect: Expect{Outcome: "finished"},
			})
		}
	}
}

// program reads a program beside the page.
func (r *blockReader) program(name string) (string, bool) {
	if !fs.ValidPath(name) {
		r.problem("the file "+name+" is outside the lesson", "put it beside the lesson and name it alone")
		return "", false
	}
	course, file := r.page.course, r.page.beside(name)
	if _, err := fs.Stat(course.Files, file); errors.Is(err, fs.ErrNotExist) {
		r.problem("there is no file "+course.shown(file), "write it, or name another one")
		return "", false
	}
	text, what, do := course.readText(file, programBytesMax)
	if what != "" {
		r.problems.add(course.shown(file), 0, what, do)
		return "", false
	}
	return tidy(text), true
}

// tidy is a program as the page takes it from its HTML: without an empty first line, and with one line end at its end.
func tidy(source string) string {
	return strings.TrimRight(strings.TrimPrefix(source, "\n"), " \t\n") + "\n"
}

func (r *blockReader) oneOf(key, value string, values []string) string {
	for _, v := range values {
		if v == value {
			return value
		}
	}
	r.problem(fmt.Sprintf("%s=%s is not known", key, value), didYouMean(value, values))
	return ""
}

func (r *blockReader) number(key, value string, least, most int) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		r.problem(fmt.Sprintf("%s takes a whole number from %d to %d, got %q", key, least, most, value), "")
		return 0
	}
	return n
}

// ranges reads 1-3,7,9-.
func (r *blockReader) ranges(key, value string) []Range {
	var ranges []Range
	for _, part := range strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == ';' || c == ' ' }) {
		from, to, isRange := strings.Cut(part, "-")
		a, errA := strconv.Atoi(from)
		b, errB := a, error(nil)
		if isRange {
			b, errB = strconv.Atoi(to)
		}
		if errA != nil || errB != nil || a < 1 || b < a {
			r.problem(fmt.Sprintf("%s takes lines such as 1-3,7, got %q", key, value), "")
			return nil
		}
		ranges = append(ranges, Range{a, b})
	}
	return ranges
}

func (b *Block) variant(name string) *Variant {
	for i := range b.Variants {
		if b.Variants[i].Name == name {
			return &b.Variants[i]
		}
	}
	return nil
}

// whole is a program with the blocks before it that it builds on, and the number of lines those have.
func (b *Block) whole(source string) (text string, linesBefore int) {
	for at := b.After; at != nil; at = at.After {
		source = at.Source + source
		linesBefore += strings.Count(at.Source, "\n")
	}
	return source, linesBefore
}

func withNewline(s string) string {
	if s == "" || strings.HasSuffix(s, "\n") {
		return s
	}
	return s + "\n"
}

// block finds a block of the page by its id.
func (p *Page) block(id string) *Block {
	for _, b := range p.Blocks {
		if b.ID == id {
			return b
		}
	}
	return nil
}

func (p *Page) knownBlocks() string {
	var ids []string
	for _, b := range p.Blocks {
		ids = append(ids, b.ID)
	}
	if len(ids) == 0 {
		return "no block of the page has an id: add id=NAME to the fence"
	}
	return "the blocks are " + strings.Join(ids, ", ")
}
