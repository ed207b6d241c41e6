package model

import (
	"strconv"
	"strings"
	"unicode"

	"asyncplay/app/words"
)

// Fault makes a line raise. It lives outside the source.
type Fault struct {
	Line      int    `json:"line"` // from 1
	Exception string `json:"exception"`
	Message   string `json:"message"`
	Nth       int    `json:"nth,omitempty"`    // which visit; 0: every one
	Task      string `json:"task,omitempty"`   // a task's name; "": all tasks
	OfRun     bool   `json:"of_run,omitempty"` // Nth counts the visits of all tasks together
	Off       bool   `json:"off,omitempty"`
}

// DefaultFault is what a click in the gutter makes.
func DefaultFault(line int) Fault {
	return Fault{Line: line, Exception: "RuntimeError", Message: "boom"}
}

// Valid reports whether the exception's name is one that Python could look up.
func (f Fault) Valid() bool {
	if f.Line < 1 || f.Exception == "" {
		return false
	}
	for _, part := range strings.Split(f.Exception, ".") {
		for i, r := range part {
			if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
				return false
			}
		}
		if part == "" {
			return false
		}
	}
	return true
}

// Call is the exception as Python would construct it: RuntimeError("boom").
func (f Fault) Call() string {
	if f.Message == "" {
		return f.Exception + "()"
	}
	return f.Exception + "(" + pythonString(f.Message) + ")"
}

// Spec is the fault as a run request has it: `12:raise=RuntimeError("boom"):nth=4`.
func (f Fault) Spec() string {
	var b strings.Builder
	b.WriteString(strconv.Itoa(f.Line) + ":raise=" + f.Call())
	if f.Nth > 0 {
		b.WriteString(":nth=" + strconv.Itoa(f.Nth))
	}
	if f.Task != "" {
		b.WriteString(":task=" + f.Task)
	}
	if f.OfRun && f.Nth > 0 {
		b.WriteString(":of=run")
	}
	return b.String()
}

// When says in words on which visits the fault strikes.
func (f Fault) When(lang words.Lang) string {
	if f.Nth == 0 {
		return words.Text(lang, words.FaultEveryVisit)
	}
	if f.OfRun || f.Task != "" {
		return words.Text(lang, words.FaultNth, ordinal(lang, f.Nth))
	}
	return words.Text(lang, words.FaultNthEach, ordinal(lang, f.Nth))
}

// Chip is the short form at the end of the line in the editor.
func (f Fault) Chip(lang words.Lang) string {
	if f.Nth == 0 {
		return words.Text(lang, words.FaultChipEvery)
	}
	return words.Text(lang, words.FaultChipNth, ordinal(lang, f.Nth))
}

// pythonString writes a Python string literal in double quotes.
func pythonString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			b.WriteString(`\x` + string("0123456789abcdef"[r>>4]) + string("0123456789abcdef"[r&15]))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// moveLine follows a line through an edit, to its new number or to 0 when it is gone.
// Lines that the edit did not touch stay themselves, wherever they went; so does a line
// that is edited by itself; one that vanishes with others around it is gone.
func moveLine(before, after string, line int) int {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	if line < 1 || line > len(a) {
		return 0
	}
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	switch {
	case line <= head:
		return line
	case line > len(a)-tail:
		return line + len(b) - len(a)
	}
	want := strings.TrimSpace(a[line-1])
	for i := head; i < len(b)-tail; i++ {
		if want != "" && strings.TrimSpace(b[i]) == want {
			return i + 1
		}
	}
	const editedAloneMax = 2 // lines
	if changed := len(a) - tail - head; changed <= editedAloneMax && len(b)-tail > head {
		return min(line, len(b)-tail)
	}
	return 0
}
