package rewrite

import (
	"strings"

	"asyncplay/runtime/syntax"
)

// Source is a program with its tree and a way from the tree's positions to the text.
type Source struct {
	Text   string
	Module *syntax.Module
	Places []Place // every statement, in the order of the text
	// IndentUnit is one level of indentation, as the program writes it.
	IndentUnit string

	lineStarts []int // offset of each line, by line-1
	lineEnds   []int // offset after each line's last character, without its end-of-line
	newline    string
	inString   map[int32]bool // lines that begin inside a string
}

// Parse reads a program; false when it does not parse.
func Parse(text string) (*Source, bool) {
	module, err := syntax.Parse("program.py", text)
	if err != nil {
		return nil, false
	}
	s := &Source{Text: text, Module: module, IndentUnit: "    ", newline: "\n", inString: map[int32]bool{}}
	s.splitLines()
	s.collect(module.Body, nil, nil, nil)
	for i := range s.Places {
		s.noteStrings(s.Places[i].Stmt())
	}
	for i := range s.Places {
		if p := &s.Places[i]; p.Up != nil && p.Index == 0 {
			outer, inner := s.indentOf(p.Up.Stmt().Position().Line), s.indentOf(p.Stmt().Position().Line)
			if strings.HasPrefix(inner, outer) && len(inner) > len(outer) {
				s.IndentUnit = inner[len(outer):]
				break
			}
		}
	}
	return s, true
}

// splitLines follows Python: \n, \r\n and a lone \r end a line.
func (s *Source) splitLines() {
	start := 0
	if strings.HasPrefix(s.Text, "\uFEFF") {
		start = len("\uFEFF")
	}
	if i := strings.IndexAny(s.Text, "\r\n"); i >= 0 && strings.HasPrefix(s.Text[i:], "\r\n") {
		s.newline = "\r\n"
	}
	for i := start; i <= len(s.Text); i++ {
		if i < len(s.Text) && s.Text[i] != '\n' && s.Text[i] != '\r' {
			continue
		}
		if i == len(s.Text) && i == start && len(s.lineStarts) > 0 {
			break
		}
		s.lineStarts, s.lineEnds = append(s.lineStarts, start), append(s.lineEnds, i)
		if strings.HasPrefix(s.Text[i:], "\r\n") {
			i++
		}
		start = i + 1
	}
}

// noteStrings marks the lines that a string of several lines goes on in: they must not be indented.
func (s *Source) noteStrings(stmt syntax.Stmt) {
	for _, e := range ownExprs(stmt) {
		Walk(e, func(n syntax.Expr) bool {
			switch c := n.(type) {
			case *syntax.JoinedStr:
			case *syntax.Constant:
				if c.Kind != syntax.ConstString && c.Kind != syntax.ConstBytes {
					return true
				}
			default:
				return true
			}
			for line := n.Position().Line + 1; line <= n.Position().EndLine; line++ {
				s.inString[line] = true
			}
			return true
		})
	}
}

// Offset is where a position of the tree stands in the text.
func (s *Source) Offset(line, col int32) int {
	if line < 1 || int(line) > len(s.lineStarts) {
		return len(s.Text)
	}
	return min(s.lineStarts[line-1]+int(col), len(s.Text))
}

// TextOf is the text of a node.
func (s *Source) TextOf(n syntax.Node) string {
	p := n.Position()
	return s.Text[s.Offset(p.Line, p.Col):s.Offset(p.EndLine, p.EndCol)]
}

// OpenParen is the offset of the parenthesis that opens a call's arguments.
func (s *Source) OpenParen(call *syntax.Call) int {
	at := call.Func.Position()
	i := s.Offset(at.EndLine, at.EndCol)
	for i < len(s.Text)-1 && s.Text[i] != '(' {
		i++
	}
	return i
}

// line is the text of a line without its end.
func (s *Source) line(n int32) string {
	if n < 1 || int(n) > len(s.lineStarts) {
		return ""
	}
	return s.Text[s.lineStarts[n-1]:s.lineEnds[n-1]]
}

func (s *Source) indentOf(line int32) string {
	text := s.line(line)
	return text[:len(text)-len(strings.TrimLeft(text, " \t\f"))]
}

// Indent is the white space before a statement.
func (s *Source) Indent(stmt syntax.Stmt) string { return s.indentOf(firstLine(stmt)) }

// Uses reports whether a name stands anywhere in the program.
func (s *Source) Uses(name string) bool {
	for from := 0; ; {
		i := strings.Index(s.Text[from:], name)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(name)
		if (i == 0 || !nameByte(s.Text[i-1])) && (end == len(s.Text) || !nameByte(s.Text[end])) {
			return true
		}
		from = end
	}
}

func nameByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// FreeName is the first of the names that the program does not use; it counts on from the last.
func (s *Source) FreeName(names ...string) string {
	for _, name := range names {
		if !s.Uses(name) {
			return name
		}
	}
	name := names[len(names)-1]
	for s.Uses(name) {
		name += "_"
	}
	return name
}
