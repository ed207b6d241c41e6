package vm

import (
	"strings"
	"unicode"

	"asyncplay/runtime/syntax"
)

// anchors say which part of a marked expression is the operator, subscript or argument
// list, drawn with ^ while the rest is drawn with ~ (CPython 3.13 traceback.py,
// _extract_caret_anchors_from_line_segment). Lines count from 0 within the segment,
// columns are characters, the right end is exclusive.
type anchors struct {
	leftLine, leftCol, rightLine, rightCol int
}

// place is a position in the characters of a segment.
type place struct{ line, col int }

// segmentText walks over the characters of a segment.
type segmentText struct{ lines [][]rune }

// findAnchors parses the segment as an expression; ok is false when it is none or has
// no such part.
func findAnchors(segment string) (a anchors, ok bool) {
	module, err := syntax.ParseTree("", "(\n"+segment+"\n)")
	if err != nil || len(module.Body) != 1 {
		return anchors{}, false
	}
	stmt, isExpr := module.Body[0].(*syntax.ExprStmt)
	if !isExpr {
		return anchors{}, false
	}
	text := segmentText{}
	for _, line := range strings.Split(segment, "\n") {
		text.lines = append(text.lines, []rune(line))
	}
	switch e := stmt.Value.(type) {
	case *syntax.BinOp:
		return text.operator(e)
	case *syntax.Subscript:
		return text.bracket(e.Value.Position(), e.Span, '[')
	case *syntax.Call:
		return text.bracket(e.Func.Position(), e.Span, '(')
	}
	return anchors{}, false
}

// operator finds the one or two characters of a binary operator.
func (s *segmentText) operator(e *syntax.BinOp) (anchors, bool) {
	left := e.Left.Position()
	p, ok := s.valid(s.place(left.EndLine, left.EndCol))
	if !ok {
		return anchors{}, false
	}
	p, ok = s.until(p, func(c rune) bool { return !unicode.IsSpace(c) && c != ')' })
	if !ok {
		return anchors{}, false
	}
	right := p.col + 1
	rightPos := e.Right.Position()
	rightStart := s.place(rightPos.Line, rightPos.Col)
	if right < len(s.lines[p.line]) && (rightStart.line > p.line || right < rightStart.col) {
		if c := s.lines[p.line][right]; !unicode.IsSpace(c) && c != '\\' && c != '#' {
			right++
		}
	}
	return anchors{p.line, p.col, p.line, right}, true
}

// bracket finds the part from the opening bracket after inner to the end of outer.
func (s *segmentText) bracket(inner, outer syntax.Span, open rune) (anchors, bool) {
	p, ok := s.valid(s.place(inner.EndLine, inner.EndCol))
	if !ok {
		return anchors{}, false
	}
	p, ok = s.until(p, func(c rune) bool { return c == open })
	if !ok {
		return anchors{}, false
	}
	end := s.place(outer.EndLine, outer.EndCol)
	return anchors{p.line, p.col, end.line, end.col}, true
}

// place turns a position of the parser into one of the segment, which stands one line
// lower there (the added parenthesis) and counts in bytes.
func (s *segmentText) place(line, col int32) place {
	i := int(line) - 2
	if i < 0 || i >= len(s.lines) {
		return place{len(s.lines), 0}
	}
	return place{i, characterOffset(string(s.lines[i]), int(col))}
}

// valid moves a place at the end of a line on to the next line that has characters.
func (s *segmentText) valid(p place) (place, bool) {
	for p.line < len(s.lines) && p.col >= len(s.lines[p.line]) {
		p = place{p.line + 1, 0}
	}
	return p, p.line < len(s.lines)
}

// until goes on to the first character that stop accepts, skipping comments and line
// continuations.
func (s *segmentText) until(p place, stop func(rune) bool) (place, bool) {
	for ok := true; ; {
		c := s.lines[p.line][p.col]
		switch {
		case c == '\\' || c == '#':
			p, ok = s.valid(place{p.line + 1, 0})
		case !stop(c):
			p, ok = s.valid(place{p.line, p.col + 1})
		default:
			return p, true
		}
		if !ok {
			return p, false
		}
	}
}

// characterOffset turns an offset in bytes into one in characters.
func characterOffset(s string, offsetBytes int) int {
	n := 0
	for i := range s {
		if i >= offsetBytes {
			return n
		}
		n++
	}
	return n
}
