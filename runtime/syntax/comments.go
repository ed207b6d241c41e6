package syntax

import (
	"strings"
	"unicode/utf8"
)

// CommentLine is a line that holds nothing but a comment with a mark, such as #@network. Line and Col, in characters, say
// where the text behind the mark starts.
type CommentLine struct {
	Line, Col int
	Text      string
}

// CommentLines lists the lines of a source that are comments starting with the mark; lines inside a string are none.
func CommentLines(source, mark string) []CommentLine {
	if !strings.Contains(source, mark) {
		return nil
	}
	inString := stringLines(source)
	var found []CommentLine
	for i, line := range strings.Split(source, "\n") {
		text, ok := strings.CutPrefix(strings.TrimLeft(line, " \t\f"), mark)
		if !ok || inString[i+1] || text != "" && !strings.ContainsRune(" \t\r", rune(text[0])) {
			continue
		}
		col := utf8.RuneCountInString(line[:len(line)-len(text)]) + 1
		found = append(found, CommentLine{Line: i + 1, Col: col, Text: strings.TrimRight(text, " \t\r")})
	}
	return found
}

// stringLines are the lines that begin inside a string.
func stringLines(source string) map[int]bool {
	inside := map[int]bool{}
	scanTolerant(source, func(s *scanner, t token) {
		if t.kind != tokString && t.kind != tokFStringMiddle {
			return
		}
		for i := 1; i <= strings.Count(s.src[t.start:t.end], "\n"); i++ {
			inside[int(t.line)+i] = true
		}
	})
	return inside
}
