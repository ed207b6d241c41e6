package syntax

import (
	"unicode/utf8"
)

// scanIndentation measures the blanks at the line's start and notes the indents or
// dedents to deliver.
func (s *scanner) scanIndentation() {
	col, altCol, continuedCol := 0, 0, 0
	for {
		c := s.peek()
		switch c {
		case ' ':
			col++
			altCol++
		case '\t':
			col = (col/tabWidth + 1) * tabWidth
			altCol++
		case '\f':
			col, altCol = 0, 0
		case '\\':
			// The indentation is that of the first of the joined lines.
			if continuedCol == 0 {
				continuedCol = col
			}
			s.continueLine()
			continue
		}
		if c != ' ' && c != '\t' && c != '\f' {
			break
		}
		s.pos++
	}
	if c := s.peek(); c == '#' || c == '\n' {
		s.blankLine = true
		return
	}
	if len(s.parens) > 0 {
		return
	}
	if continuedCol != 0 {
		col, altCol = continuedCol, continuedCol
	}
	s.applyIndent(col, altCol)
}

func (s *scanner) applyIndent(col, altCol int) {
	top := len(s.indents) - 1
	switch {
	case col == s.indents[top]:
		if altCol != s.altIndents[top] {
			s.failTabs()
		}
	case col > s.indents[top]:
		if top+1 >= maxIndents {
			s.failSoft("IndentationError", 1, 0, "too many levels of indentation")
		}
		if altCol <= s.altIndents[top] {
			s.failTabs()
		}
		s.pending++
		s.indents = append(s.indents, col)
		s.altIndents = append(s.altIndents, altCol)
	default:
		for top > 0 && col < s.indents[top] {
			s.pending--
			top--
		}
		if col != s.indents[top] {
			text := s.lineText(s.lineStart)
			s.failSoft("IndentationError", utf8.RuneCountInString(text)+1, -1,
				"unindent does not match any outer indentation level")
		}
		s.indents, s.altIndents = s.indents[:top+1], s.altIndents[:top+1]
		if altCol != s.altIndents[top] {
			s.failTabs()
		}
	}
}

func (s *scanner) failTabs() {
	s.failSoft("TabError", 1, 0,
		"inconsistent use of tabs and spaces in indentation")
}
