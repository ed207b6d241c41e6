package vm

import (
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

const (
	causeMessage   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextMessage = "\nDuring handling of the above exception, another exception occurred:\n\n"

	groupWidthMax = 15
	groupDepthMax = 10
	// chainMax bounds how many chained exceptions are printed.
	chainMax = 1000
)

// FormatException renders an exception with its traceback, its chain and, for groups,
// its members: what CPython 3.13 writes to stderr for an uncaught exception
// (traceback.py, TracebackException.format).
func FormatException(t *object.Thread, e *object.Exception, chain bool) string {
	return strings.Join(ExceptionParts(t, e, chain), "")
}

// ExceptionParts is FormatException in the strings that traceback.format_exception() returns.
func ExceptionParts(t *object.Thread, e *object.Exception, chain bool) []string {
	p := &tracebackPrinter{t: t, seen: map[*object.Exception]bool{}}
	p.chain(e, chain)
	return p.out
}

// FormatExceptionOnly renders the last lines of a traceback: type, message and notes.
func FormatExceptionOnly(t *object.Thread, e *object.Exception) string {
	p := &tracebackPrinter{t: t}
	return strings.Join(p.exceptionOnly(e), "")
}

// ExceptionOnlyParts is FormatExceptionOnly in the strings of traceback.format_exception_only(), which looks at no
// frames and so suggests no variables.
func ExceptionOnlyParts(t *object.Thread, e *object.Exception) []string {
	p := &tracebackPrinter{t: t}
	frameless := *e
	frameless.Suggestion, frameless.OnSelf = "", false
	return p.exceptionOnly(&frameless)
}

// tracebackPrinter writes into the margin of the groups that it is inside of.
type tracebackPrinter struct {
	t          *object.Thread
	out        []string
	seen       map[*object.Exception]bool
	groupDepth int
	needClose  bool
}

type chainLink struct {
	e       *object.Exception
	message string // what stands between the exception before and this one
}

// chain prints e after the exceptions it is chained to, the first cause first.
func (p *tracebackPrinter) chain(e *object.Exception, chain bool) {
	p.seen[e] = true
	links := []chainLink{{e: e}}
	for chain && len(links) < chainMax {
		last := &links[len(links)-1]
		next, message := p.chained(last.e)
		if next == nil {
			break
		}
		last.message = message
		p.seen[next] = true
		links = append(links, chainLink{e: next})
	}
	for _, link := range slices.Backward(links) {
		if link.message != "" {
			p.emit(link.message, "|")
		}
		if link.e.Group == nil {
			p.plain(link.e)
		} else {
			p.group(link.e, chain)
		}
	}
}

func (p *tracebackPrinter) chained(e *object.Exception) (*object.Exception, string) {
	if cause, ok := object.AsException(e.Cause); ok && !p.seen[cause] {
		return cause, causeMessage
	}
	if e.Context != nil && !e.SuppressContext && !p.seen[e.Context] {
		return e.Context, contextMessage
	}
	return nil, ""
}

func (p *tracebackPrinter) plain(e *object.Exception) {
	if frames := outermostFirst(e.Traceback); e.Traceback != nil {
		p.emit("Traceback (most recent call last):\n", "|")
		p.emitAll(FrameParts(p.t, frames))
	}
	p.emitAll(p.exceptionOnly(e))
}

func (p *tracebackPrinter) group(e *object.Exception, chain bool) {
	if p.groupDepth > groupDepthMax {
		p.emit("... (max_group_depth is "+strconv.Itoa(groupDepthMax)+")\n", "|")
		return
	}
	top := p.groupDepth == 0
	margin := "|"
	if top {
		p.groupDepth, margin = 1, "+"
	}
	if frames := outermostFirst(e.Traceback); e.Traceback != nil {
		p.emit("Exception Group Traceback (most recent call last):\n", margin)
		p.emitAll(FrameParts(p.t, frames))
	}
	p.emitAll(p.exceptionOnly(e))
	p.members(e.Group, chain)
	if top {
		p.groupDepth = 0
	}
}

func (p *tracebackPrinter) members(group []*object.Exception, chain bool) {
	shown := min(len(group), groupWidthMax+1)
	p.needClose = false
	for i := range shown {
		if i == shown-1 {
			p.needClose = true // unless a group inside closes the box
		}
		title := strconv.Itoa(i + 1)
		if i >= groupWidthMax {
			title = "..."
		}
		lead := "  "
		if i == 0 {
			lead = "+-"
		}
		p.out = append(p.out, p.indent()+lead+"+---------------- "+title+" ----------------\n")
		p.groupDepth++
		if i < groupWidthMax {
			p.chain(group[i], chain)
		} else {
			p.emit(remainingMembers(len(group)-groupWidthMax), "|")
		}
		if i == shown-1 && p.needClose {
			p.out = append(p.out, p.indent()+"+------------------------------------\n")
			p.needClose = false
		}
		p.groupDepth--
	}
}

func remainingMembers(n int) string {
	if n == 1 {
		return "and 1 more exception\n"
	}
	return "and " + strconv.Itoa(n) + " more exceptions\n"
}

func (p *tracebackPrinter) indent() string { return strings.Repeat("  ", p.groupDepth) }

// emit writes lines behind the margin of the group, if inside one.
func (p *tracebackPrinter) emit(text, margin string) {
	if p.groupDepth == 0 {
		p.out = append(p.out, text)
		return
	}
	prefix, indented := p.indent()+margin+" ", ""
	for line := range strings.Lines(text) {
		indented += prefix + line
	}
	p.out = append(p.out, indented)
}

func (p *tracebackPrinter) emitAll(texts []string) {
	for _, text := range texts {
		p.emit(text, "|")
	}
}

// exceptionOnly is the type, the message and the notes.
func (p *tracebackPrinter) exceptionOnly(e *object.Exception) []string {
	var parts []string
	if e.Is(object.SyntaxErrorType) {
		var b strings.Builder
		p.syntaxError(&b, e)
		parts = slices.Collect(strings.Lines(b.String()))
	} else {
		last := qualifiedTypeName(p.t, e)
		if text := safeStr(p.t, e.Value()) + Suggestion(p.t, e); text != "" {
			last += ": " + text
		}
		parts = []string{last + "\n"}
	}
	notes, found, err := object.OptAttr(p.t, e.Value(), "__notes__")
	if err == nil && found {
		var b strings.Builder
		p.notes(&b, notes)
		parts = slices.AppendSeq(parts, strings.Lines(b.String()))
	}
	return parts
}

func (p *tracebackPrinter) notes(b *strings.Builder, notes object.Value) {
	_, isList := object.AsList(notes)
	_, isTuple := object.AsTuple(notes)
	if !isList && !isTuple {
		if !notes.IsNone() {
			b.WriteString(safeRepr(p.t, notes, "__notes__") + "\n")
		}
		return
	}
	items, err := object.ToSlice(p.t, notes)
	if err != nil {
		return
	}
	for _, note := range items {
		b.WriteString(safeStrAs(p.t, note, "note") + "\n")
	}
}

// syntaxError renders a SyntaxError with the line and the carets that it carries.
func (p *tracebackPrinter) syntaxError(b *strings.Builder, e *object.Exception) {
	attr := func(name string) object.Value {
		v, found, err := object.OptAttr(p.t, e.Value(), name)
		if err != nil || !found {
			return object.None
		}
		return v
	}
	number := func(name string) int {
		if v := attr(name); v.IsInt() {
			return int(v.AsInt64())
		}
		return 0
	}
	text := func(name string) string {
		s, _ := object.StrOf(attr(name))
		return s
	}
	s := &syntax.SyntaxError{
		Kind: qualifiedTypeName(p.t, e), Msg: text("msg"), Filename: text("filename"), Text: text("text"),
		Line: number("lineno"), Col: number("offset"), EndLine: number("end_lineno"), EndCol: number("end_offset"),
	}
	if s.Filename == "" {
		s.Filename = "<string>"
	}
	if s.Msg == "" {
		s.Msg = "<no detail available>"
	}
	if s.Line == 0 {
		b.WriteString(s.Kind + ": " + s.Msg + "\n")
		return
	}
	b.WriteString(s.Traceback())
}

// outermostFirst returns the frames in the order in which they are printed.
func outermostFirst(tb *object.Traceback) []object.TracebackEntry {
	if tb == nil {
		return nil
	}
	entries := slices.Clone(tb.Entries)
	slices.Reverse(entries)
	return entries
}

// qualifiedTypeName is the name that a traceback ends with: with its module, but for
// built-in types and classes of the main script.
func qualifiedTypeName(t *object.Thread, e *object.Exception) string {
	typ := e.Type()
	module := typ.Module
	if v, found, err := object.OptAttr(t, typ.Value(), "__module__"); err == nil && found {
		module = "<unknown>"
		if s, ok := object.StrOf(v); ok {
			module = s
		}
	}
	if module == "builtins" || module == "__main__" || module == "" {
		return typ.Qualname
	}
	return module + "." + typ.Qualname
}

func safeStr(t *object.Thread, v object.Value) string { return safeStrAs(t, v, "exception") }

// safeStrAs is str(v), or what CPython prints when that raises.
func safeStrAs(t *object.Thread, v object.Value, what string) string {
	s, err := object.ToStr(t, v)
	if err != nil {
		return "<" + what + " str() failed>"
	}
	return s
}

func safeRepr(t *object.Thread, v object.Value, what string) string {
	s, err := object.Repr(t, v)
	if err != nil {
		return "<" + what + " repr() failed>"
	}
	return s
}
