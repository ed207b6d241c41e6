package sweep

import (
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// function is a function of a program with the statements that can fail.
type function struct {
	name            string
	first, def, end int32 // lines: of its first decorator, of def, its last one
	statements      []statement
}

// statement is a place for a fault.
type statement struct {
	line   int32
	code   string // on one line
	again  int    // which one with this text in its function, from 1
	awaits bool
	weight int // what matters more stays when there are too many
}

// functionsOf lists the functions of a program that have statements which can fail, in the order of the text.
func functionsOf(source *rewrite.Source) []function {
	var list []function
	at := map[*syntax.FunctionDef]int{}
	lines := strings.Split(source.Text, "\n")
	for i := range source.Places {
		p := &source.Places[i]
		if def, ok := p.Stmt().(*syntax.FunctionDef); ok {
			at[def] = len(list)
			f := function{name: nameOf(p), def: def.Position().Line, end: def.Position().EndLine}
			f.first = f.def
			if len(def.Decorators) > 0 {
				f.first = def.Decorators[0].Position().Line
			}
			list = append(list, f)
			continue
		}
		if p.Func == nil || handlesError(p) {
			continue
		}
		if s, ok := statementAt(source, lines, p); ok {
			list[at[p.Func]].add(s)
		}
	}
	kept := list[:0]
	for _, f := range list {
		if len(f.statements) > 0 {
			kept = append(kept, f)
		}
	}
	return kept
}

func (f *function) add(s statement) {
	if n := len(f.statements); n > 0 && f.statements[n-1].line == s.line {
		return // a fault stands on a line
	}
	s.again = 1
	for i := range f.statements {
		if f.statements[i].code == s.code {
			s.again++
		}
	}
	f.statements = append(f.statements, s)
}

// nameOf is a function's name after the names of the functions and classes around it.
func nameOf(p *rewrite.Place) string {
	name := ""
	for ; p != nil; p = p.Up {
		switch n := p.Stmt().(type) {
		case *syntax.FunctionDef:
			name = n.Name + "." + name
		case *syntax.ClassDef:
			name = n.Name + "." + name
		}
	}
	return strings.TrimSuffix(name, ".")
}

// handlesError reports whether a statement runs only after an error.
func handlesError(p *rewrite.Place) bool {
	for up := p; up != nil && up.Func == p.Func; up = up.Up {
		if up.Handler != nil {
			return true
		}
	}
	return false
}

// statementAt describes the statement at a place, if it is worth a row: it does something by itself, in its own text and not in
// the block under it.
func statementAt(source *rewrite.Source, lines []string, p *rewrite.Place) (statement, bool) {
	stmt := p.Stmt()
	s := statement{line: stmt.Position().Line}
	compound := false
	switch n := stmt.(type) {
	case *syntax.With:
		compound, s.awaits = true, n.Async
	case *syntax.For:
		compound, s.awaits = true, n.Async
	case *syntax.While, *syntax.If, *syntax.Match:
		compound = true
	case *syntax.ExprStmt:
		if _, constant := n.Value.(*syntax.Constant); constant {
			return s, false
		}
	case *syntax.Return:
		if n.Value == nil {
			return s, false
		}
	case *syntax.Assign, *syntax.AugAssign, *syntax.AnnAssign, *syntax.Assert, *syntax.Delete, *syntax.Raise:
	default:
		return s, false
	}
	for _, e := range rewrite.Exprs(stmt) {
		switch e.(type) {
		case *syntax.Await:
			s.awaits = true
		case *syntax.Call:
			s.weight = 1
		}
	}
	if s.awaits {
		s.weight = 2
	}
	if compound && s.weight == 0 {
		return s, false
	}
	text := source.TextOf(stmt)
	if compound {
		text = strings.TrimSuffix(strings.TrimRight(lines[min(int(s.line), len(lines))-1], "\r \t"), ":")
	}
	s.code = strings.Join(strings.Fields(text), " ")
	return s, s.code != ""
}

// functionAt is the index of the innermost function around a line, -1 when there is none.
func functionAt(functions []function, line int) int {
	found := -1
	for i := range functions {
		if f := &functions[i]; int(f.first) <= line && line <= int(f.end) {
			found = i
		}
	}
	return found
}

// mostRun is the index of the function that most tasks of a run ran. A task that nobody created, that of main, counts only when
// there are no others.
func mostRun(functions []function, t *trace.Trace) int {
	counts, best := make([]int, len(functions)), -1
	for _, created := range []bool{true, false} {
		for i := range t.Tasks {
			task := &t.Tasks[i]
			if task.Thread || (task.Parent != 0) != created {
				continue
			}
			for at := range functions {
				if f := &functions[at]; f.first > task.CoroLine || task.CoroLine > f.def {
					continue
				}
				if counts[at]++; best < 0 || counts[at] > counts[best] {
					best = at
				}
			}
		}
		if best >= 0 {
			return best
		}
	}
	return best
}

// planRows makes the rows out of the statements of all variants. Those with the same text are one.
func (p *Plan) planRows(functions [][]function) {
	var all []*statement
	lines := map[string][]int32{} // of a statement, by variant
	for n := range functions {
		variant := (p.Spec.Base + n) % len(functions) // the base says the order
		after := 0
		for i := range functions[variant] {
			f := &functions[variant][i]
			for j := range f.statements {
				if f.name == p.Function {
					after = place(&all, &f.statements[j], after, lines, variant, len(functions))
				}
			}
		}
	}
	all = mostWeighty(all)
	raises, when, task := p.like()
	p.When = when
	does := [...]string{raises, string(Cancel), string(Never)}
	for i, action := range [...]Action{Raise, Cancel, Never} {
		count := 0
		for _, s := range all {
			if i > 0 && (!s.awaits || count == awaitRowsMax) {
				continue
			}
			count++
			row := Row{Action: action, Code: s.code, Again: s.again, Faults: make([][]string, len(functions))}
			for variant, line := range lines[s.key()] {
				if line > 0 {
					row.Faults[variant] = []string{specOf(line, does[i], when, task)}
				}
			}
			p.Rows = append(p.Rows, row)
		}
	}
	p.ownRow()
}

// place puts a variant's statement in its place among all, after the one before it, unless it is there already; it returns the
// place after it.
func place(all *[]*statement, s *statement, after int, lines map[string][]int32, variant, variants int) int {
	key := s.key()
	if lines[key] == nil {
		lines[key] = make([]int32, variants)
		*all = append(*all, nil)
		copy((*all)[after+1:], (*all)[after:])
		(*all)[after] = s
	}
	lines[key][variant] = s.line
	for i, o := range *all {
		if o.key() == key {
			after = i + 1
		}
	}
	return after
}

func (s *statement) key() string { return strconv.Itoa(s.again) + s.code }

func specOf(line int32, does, when, task string) string {
	spec := strconv.Itoa(int(line)) + ":" + does
	for _, option := range []string{when, task} {
		if option != "" && option != Always {
			spec += ":" + option
		}
	}
	return spec
}

// mostWeighty leaves out what matters least when there are too many statements, the later ones first.
func mostWeighty(all []*statement) []*statement {
	for weight := 0; len(all) > raiseRowsMax; weight++ {
		for i := len(all) - 1; i >= 0 && len(all) > raiseRowsMax; i-- {
			if all[i].weight <= weight {
				all = append(all[:i], all[i+1:]...)
			}
		}
	}
	return all
}

// ownRow puts a row for the program's own faults after the first, unless they are what another row is.
func (p *Plan) ownRow() {
	base := p.Spec.Variants[p.Spec.Base].Faults
	known := len(base) == 0
	for i := range p.Rows {
		known = known || slices.Equal(p.Rows[i].Faults[p.Spec.Base], base)
	}
	if known {
		return
	}
	row := Row{Action: OwnFaults, Faults: make([][]string, len(p.Spec.Variants))}
	for i := range p.Spec.Variants {
		if own := p.Spec.Variants[i].Faults; len(own) > 0 {
			row.Faults[i] = own
		}
	}
	rest := append([]Row{row}, p.Rows[1:]...)
	p.Rows = append(p.Rows[:1], rest...)
}

// Follow are the faults of one program in another: those on lines stand on the same statement of the same function there, and
// are left out where it is not.
func Follow(faults []string, from, to string) []string {
	before, ok := rewrite.Parse(from)
	after, parses := rewrite.Parse(to)
	if !ok || !parses {
		return nil
	}
	var kept []string
	for _, spec := range faults {
		line := lineOf(spec)
		if line == 0 {
			kept = append(kept, spec)
			continue
		}
		if moved := moveLine(functionsOf(before), functionsOf(after), int32(line)); moved > 0 {
			_, does, _ := strings.Cut(spec, ":")
			kept = append(kept, strconv.Itoa(int(moved))+":"+does)
		}
	}
	return kept
}

func moveLine(before, after []function, line int32) int32 {
	at := functionAt(before, int(line))
	if at < 0 {
		return 0
	}
	for _, s := range before[at].statements {
		if s.line != line {
			continue
		}
		for _, f := range after {
			for _, o := range f.statements {
				if f.name == before[at].name && o.key() == s.key() {
					return o.line
				}
			}
		}
	}
	return 0
}

const shortCodeMax = 30 // letters

// ShortCode is a statement as a label has room for it: long arguments are left out, and what is still long is cut.
func ShortCode(code string) string {
	if runes := []rune(code); len(runes) <= shortCodeMax {
		return code
	}
	if open := strings.IndexByte(code, '('); open > 0 {
		if end := strings.LastIndexByte(code, ')'); end > open {
			code = code[:open] + "(…" + code[end:]
		} else {
			code = code[:open] + "(…"
		}
	}
	if runes := []rune(code); len(runes) > shortCodeMax {
		return string(runes[:shortCodeMax-1]) + "…"
	}
	return code
}
