package syntax

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SyntaxError is what is wrong with a source file, as CPython 3.13 says it.
type SyntaxError struct {
	Kind     string // "SyntaxError", "IndentationError" or "TabError"
	Msg      string
	Filename string
	Line     int // from 1
	Col      int // in characters, from 1; 0 when the error has no column
	EndLine  int // 0 when unknown
	EndCol   int // exclusive; 0 or -1 when unknown
	Text     string
	// Warnings are those of the text that was read before the mistake was found.
	Warnings []Warning

	fromScanner  bool // the text itself is wrong: no later error is more helpful
	afterParsing bool
}

// FoundInTree reports whether the mistake is one that CPython finds only after parsing. It then shows a line only where there is a file
// to read it from.
func (e *SyntaxError) FoundInTree() bool { return e.afterParsing }

// Error returns the message with its place, on one line.
func (e *SyntaxError) Error() string {
	return e.Filename + ":" + strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Col) + ": " + e.Kind + ": " + e.Msg
}

// Traceback returns what CPython prints on stderr: the place, the line with carets under
// the offending part, and the message (CPython 3.13 traceback.py, _format_syntax_error).
func (e *SyntaxError) Traceback() string {
	var b strings.Builder
	b.WriteString("  File \"" + e.Filename + "\", line " + strconv.Itoa(e.Line) + "\n")
	e.writeSourceLine(&b)
	b.WriteString(e.Kind + ": " + e.Msg + "\n")
	return b.String()
}

// FileTraceback is Traceback for a source that came from a file, as CPython runs scripts: at the
// end of a file it marks no column, and shows the last line even when it is empty.
func (e *SyntaxError) FileTraceback(source string) string {
	lines := strings.Count(strings.TrimSuffix(source, "\n"), "\n") + 1
	if e.fromScanner || e.EndCol != -1 || e.Line != lines || e.Col != utf8.RuneCountInString(e.Text)+1 {
		return e.Traceback()
	}
	unmarked := *e
	unmarked.Col = 0
	if unmarked.Text == "" {
		unmarked.Text = "\n"
	}
	return unmarked.Traceback()
}

func (e *SyntaxError) writeSourceLine(b *strings.Builder) {
	if e.Text == "" {
		return
	}
	text := []rune(strings.TrimRight(e.Text, "\n"))
	stripped := strings.TrimLeft(string(text), " \n\f")
	spaces := len(text) - utf8.RuneCountInString(stripped)
	b.WriteString("    " + stripped + "\n")

	start, end := e.Col, len(text)+1
	if e.Line == e.EndLine {
		end = e.EndCol
		if end == 0 {
			end = start
		}
	}
	if start > len(text)+1 {
		start = len(text) + 1
	}
	if end > len(text)+1 {
		end = len(text) + 1
	}
	if start >= end || end < 0 {
		end = start + 1
	}
	from, to := start-1-spaces, end-1-spaces
	if from < 0 {
		return
	}
	b.WriteString("    ")
	for i, c := range []rune(stripped) {
		if i >= from {
			break
		}
		if !unicode.IsSpace(c) {
			c = ' '
		}
		b.WriteRune(c)
	}
	if to > from {
		b.WriteString(strings.Repeat("^", to-from))
	}
	b.WriteString("\n")
}
