package rewrite

import (
	"sort"
	"strings"

	"asyncplay/runtime/syntax"
)

// Edit replaces a piece of the text.
type Edit struct {
	Start, End int // offsets
	Text       string
}

// Apply makes edits, which must not overlap; those at the same place follow each other in their order.
func Apply(text string, edits []Edit) string {
	sorted := append([]Edit(nil), edits...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Start < sorted[j].Start })
	var b strings.Builder
	at := 0
	for _, e := range sorted {
		if e.Start < at {
			return text // they overlap: no change is better than a wrong one
		}
		b.WriteString(text[at:e.Start])
		b.WriteString(e.Text)
		at = e.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// Replace puts other text in the place of a node.
func (s *Source) Replace(n syntax.Node, text string) Edit {
	p := n.Position()
	return Edit{s.Offset(p.Line, p.Col), s.Offset(p.EndLine, p.EndCol), s.ends(text)}
}

// Before puts text in front of a node, on the same line.
func (s *Source) Before(n syntax.Node, text string) Edit {
	at := s.Offset(n.Position().Line, n.Position().Col)
	return Edit{at, at, s.ends(text)}
}

// After puts text behind a node, on the same line.
func (s *Source) After(n syntax.Node, text string) Edit {
	at := s.Offset(n.Position().EndLine, n.Position().EndCol)
	return Edit{at, at, s.ends(text)}
}

// ends gives new text the line ends of the program.
func (s *Source) ends(text string) string {
	if s.newline == "\n" {
		return text
	}
	return strings.ReplaceAll(text, "\n", s.newline)
}

// Lines are whole lines of the program, from first to last.
type Lines struct{ First, Last int32 }

// LinesOf returns the lines of neighbouring statements, false when they share a line with anything else.
func (s *Source) LinesOf(stmts []syntax.Stmt) (Lines, bool) {
	if len(stmts) == 0 {
		return Lines{}, false
	}
	l := Lines{firstLine(stmts[0]), stmts[len(stmts)-1].Position().EndLine}
	end := stmts[len(stmts)-1].Position()
	rest := strings.TrimSpace(s.Text[s.Offset(end.EndLine, end.EndCol):s.Offset(l.Last, int32(len(s.line(l.Last))))])
	if rest != "" && rest[0] != '#' {
		return Lines{}, false
	}
	if at := stmts[0].Position(); at.Line == l.First && strings.TrimSpace(s.line(l.First)[:at.Col]) != "" {
		return Lines{}, false
	}
	return l, true
}

// WithComments takes in the comment lines that stand directly above, with the same indentation.
func (s *Source) WithComments(l Lines) Lines {
	for l.First > 1 {
		above := s.line(l.First - 1)
		if !strings.HasPrefix(strings.TrimSpace(above), "#") || s.indentOf(l.First-1) != s.indentOf(l.First) || s.inString[l.First-1] {
			break
		}
		l.First--
	}
	return l
}

// Shifted is the text of lines with every line moved to the right by a prefix, or to the left where the prefix is "" and
// drop is what they begin with. Blank lines and those inside strings stay. The text ends with a line end.
func (s *Source) Shifted(l Lines, prefix, drop string) string {
	var b strings.Builder
	for n := l.First; n <= l.Last; n++ {
		text := s.line(n)
		switch {
		case s.inString[n] || strings.TrimSpace(text) == "":
		case prefix != "":
			text = prefix + text
		default:
			text = strings.TrimPrefix(text, drop)
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}

// ReplaceLines puts text, which ends with a line end, in the place of whole lines.
func (s *Source) ReplaceLines(l Lines, text string) Edit {
	end := s.lineEnds[l.Last-1]
	text = strings.TrimSuffix(text, "\n") // the line end that is there stays
	return Edit{s.lineStarts[l.First-1], end, s.ends(text)}
}

// InsertBefore puts whole lines above a line.
func (s *Source) InsertBefore(line int32, text string) Edit {
	at := s.lineStarts[line-1]
	return Edit{at, at, s.ends(text)}
}

// InsertAfter puts whole lines below a line.
func (s *Source) InsertAfter(line int32, text string) Edit {
	at := s.lineEnds[line-1]
	return Edit{at, at, s.ends("\n" + strings.TrimSuffix(text, "\n"))}
}
